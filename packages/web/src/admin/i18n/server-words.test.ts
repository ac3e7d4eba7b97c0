import polyglotI18nProvider from 'ra-i18n-polyglot';
import { expect, test } from 'vitest';

import { ko } from '#admin/i18n/ko.ts';
import { raKo } from '#admin/i18n/ra-ko.ts';
import { actorWords, noteWords } from '#admin/i18n/server-words.ts';

const { translate } = polyglotI18nProvider(() => ({ ...raKo, ...ko }), 'ko');
const entry = { actorId: null, actorName: 'coupon batch', action: 'couponBatch.finish', note: null };
const made = '100,000 coupons were made; they have no entries of their own.';
const taken =
  'NOON-1, NOON-2: another coupon has this number, so there is none for that day. Give that one another number, or this drop another pattern.';

test('what the server itself did is said in the language of the page', () => {
  expect(actorWords(entry, translate)).toBe('인쇄용 번호 만들기');
  expect(actorWords({ ...entry, actorName: 'recurring drop' }, translate)).toBe('반복 드롭');
  expect(actorWords({ ...entry, actorName: 'npm run load-data' }, translate)).toBe('명령 npm run load-data');
  expect(noteWords({ ...entry, note: made }, translate)).toMatch(/^쿠폰 100,000개/);
  const problem = { ...entry, actorName: 'recurring drop', action: 'recurringDrop.problem', note: taken };
  expect(noteWords(problem, translate)).toMatch(/^NOON-1, NOON-2: 다른 쿠폰이/);
});

test('what a person is called and wrote stays, though the server says the same', () => {
  const person = { ...entry, actorId: 's', note: made };
  expect(actorWords(person, translate)).toBe('coupon batch');
  expect(noteWords(person, translate)).toBe(made);
});

test('what is not known is shown as the server says it', () => {
  expect(actorWords({ ...entry, actorName: 'a new command' }, translate)).toBe('a new command');
  expect(noteWords({ ...entry, note: 'Something new.' }, translate)).toBe('Something new.');
  expect(noteWords(entry, translate)).toBeNull();
});
