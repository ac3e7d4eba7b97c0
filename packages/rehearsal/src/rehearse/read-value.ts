import { Refusal } from '#rehearse/refusal.js';

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `10s`, `500ms`, `2m` in milliseconds. @throws Refusal naming the flag */
export function readDuration(flag: string, text: string, { least, most }: { least: string; most: string }): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new Refusal(`--${flag} wants a time such as 10s, 500ms or 2m, not "${text}".`);
  if (ms < (parseDuration(least) ?? 0) || ms > (parseDuration(most) ?? Infinity)) {
    throw new Refusal(`--${flag} can be from ${least} to ${most}, not ${text}.`);
  }
  return ms;
}

function parseDuration(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  return number === undefined || unitMs === undefined ? undefined : Number(number) * unitMs;
}

/** `10%` as 0.1. @throws Refusal naming the flag */
export function readShare(flag: string, text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  const share = Number(number) / 100;
  if (number !== undefined && share <= 1) return share;
  throw new Refusal(`--${flag} wants a share from 0% to 100%, such as 10%, not "${text}".`);
}

/** `20000`, also `20,000` or `20_000`. @throws Refusal naming the flag */
export function readCount(flag: string, text: string, most: number): number {
  const count = /^\d[\d,_]*$/.test(text) ? Number(text.replaceAll(/[,_]/g, '')) : Number.NaN;
  if (count >= 1 && count <= most) return count;
  throw new Refusal(`--${flag} wants a whole number from 1 to ${most.toLocaleString('en')}, not "${text}".`);
}
