/** What is left until an instant, in the units of a clock. */
export interface CountdownParts {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** Rounded up to the second: it reads 00:00:01 until the very end, and zero only when it is over. */
export function countdownParts(ms: number): CountdownParts {
  const total = Math.max(0, Math.ceil(ms / 1_000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3_600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

/** Two digits, as on a clock. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** "00:12:31", or "2일 04:12:31" with the word for days. */
export function countdownText(ms: number, dayWord: string): string {
  const { days, hours, minutes, seconds } = countdownParts(ms);
  const clock = [hours, minutes, seconds].map(twoDigits).join(':');
  return days > 0 ? `${days}${dayWord} ${clock}` : clock;
}
