import { randomInt } from 'node:crypto';

/** Of each group that looks alike on paper (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) one is here at the most. */
export const UNMISTAKABLE = '34679ACDEFGHJKMNPQRTUWXY';
const SERIAL_LENGTH = 4;
/** 24^12 is about 2^55: nobody guesses one of a thousand passes in a lifetime of requests. */
const SECRET_LENGTH = 12;

/** One of the alphabet, from the system's random source. */
export function randomCharacter(): string {
  return UNMISTAKABLE.charAt(randomInt(UNMISTAKABLE.length));
}

/** The unguessable part of a pass's code. */
export function createPassSecret(): string {
  return Array.from({ length: SECRET_LENGTH }, randomCharacter).join('');
}

/** A code carries its coupon: the coupon's serial number first, then the pass's secret. */
export function passCode(couponSerial: number, secret: string): string {
  return serialPart(couponSerial) + secret;
}

/** For people: `3334-K7QM-…`, the last group may be shorter or longer when serials outgrow four characters. */
export function groupCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, with or without hyphens; undefined when it can be none. */
export function normaliseCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '');
  const isCode =
    code.length >= SERIAL_LENGTH + SECRET_LENGTH && Array.from(code).every((letter) => UNMISTAKABLE.includes(letter));
  return isCode ? code : undefined;
}

/** The serial of the coupon that a whole code carries. */
export function serialOfCode(code: string): number {
  return Array.from(code.slice(0, -SECRET_LENGTH)).reduce(
    (serial, letter) => serial * UNMISTAKABLE.length + UNMISTAKABLE.indexOf(letter),
    0,
  );
}

function serialPart(serial: number): string {
  let text = '';
  for (let rest = serial; rest > 0; rest = Math.floor(rest / UNMISTAKABLE.length)) {
    text = UNMISTAKABLE.charAt(rest % UNMISTAKABLE.length) + text;
  }
  return text.padStart(SERIAL_LENGTH, UNMISTAKABLE.charAt(0));
}
