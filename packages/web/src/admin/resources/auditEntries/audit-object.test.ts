import polyglotI18nProvider from 'ra-i18n-polyglot';
import { expect, test } from 'vitest';

import { ko } from '#admin/i18n/ko.ts';
import { raKo } from '#admin/i18n/ra-ko.ts';
import { objectLabel } from '#admin/resources/auditEntries/audit-object.ts';

const { translate } = polyglotI18nProvider(() => ({ ...raKo, ...ko }), 'ko');

test('an export is called by what it is of', () => {
  const exported = ['books', 'coupons', 'userCoupons', 'users', 'auditEntries'];
  const words = exported.map((name) => objectLabel('EXPORT', name, translate));
  expect(words).toEqual(['책', '쿠폰', '이용권', '사용자', '기록']);
  expect(objectLabel('EXPORT', 'somethingNew', translate)).toBe('somethingNew');
});

test('a code is grouped, and a title stays as it is', () => {
  expect(objectLabel('USER_COUPON', 'ABCDEFGH23456789', translate)).toBe('ABCD-EFGH-2345-6789');
  expect(objectLabel('BOOK', 'coupons', translate)).toBe('coupons');
});
