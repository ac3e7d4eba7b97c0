const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `12,345` */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** What was measured: `0.4 ms`, `12 ms`, `1.25 s` */
export function duration(ms: number): string {
  if (Number.isNaN(ms)) return '–';
  if (ms >= 999.5) return `${(ms / 1000).toFixed(ms < 9995 ? 2 : 1)} s`;
  return `${ms.toFixed(ms < 9.95 ? 1 : 0)} ms`;
}

/** What was chosen, without zeros behind it: `0`, `500 ms`, `2.5 s` */
export function roundTime(ms: number): string {
  if (ms === 0) return '0';
  const exact = (value: number) => Number(value.toPrecision(9)); // 3 · 0.8 is 2.4000000000000004
  return Math.abs(ms) >= 1000 ? `${exact(ms / 1000)} s` : `${exact(ms)} ms`;
}

/** `10 %`, and never a rounded 0 for what is more. */
export function share(part: number): string {
  return `${Number((part * 100).toPrecision(2))} %`;
}

/** `1 pass`, `2 passes` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
