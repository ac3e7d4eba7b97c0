import { PagedropError } from '@pagedrop/sdk';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { describe, expect, test, vi } from 'vitest';

import { PageTooFar } from '#admin/data-provider/pager.ts';
import { toHttpError } from '#admin/data-provider/to-http-error.ts';
import { ko } from '#admin/i18n/ko.ts';
import { raKo } from '#admin/i18n/ra-ko.ts';

const { translate } = polyglotI18nProvider(() => ({ ...raKo, ...ko }), 'ko', [], { allowMissing: true });
const inWords = (error: unknown) => toHttpError(error, translate);

describe('what fails is said in words', () => {
  test('each broken rule at its field, by its reason, with its bound', () => {
    const problems = [
      { field: 'title', reason: 'TOO_LONG', message: 'At most 200 characters.', limit: 1_200 },
      { field: 'author', reason: 'REQUIRED', message: 'This must not be empty.' },
    ];
    const error = inWords(new PagedropError('BAD_USER_INPUT', 'At most …', { problems }));
    expect(error.status).toBe(422);
    expect(error.body).toMatchObject({ errors: { title: '1,200자 이하여야 해요.', author: '꼭 필요해요.' } });
  });

  test('the first problem of a field is the one that stands there', () => {
    const problems = [
      { field: 'title', reason: 'REQUIRED', message: '' },
      { field: 'title', reason: 'TOO_LONG', message: '', limit: 5 },
    ];
    expect(inWords(new PagedropError('BAD_USER_INPUT', '', { problems })).body.errors.title).toBe('꼭 필요해요.');
  });

  test('a reason that this page has never heard of is said by the server', () => {
    const problems = [{ field: 'number', reason: 'BRAND_NEW', message: 'Numbers have no spaces.' }];
    const error = inWords(new PagedropError('BAD_USER_INPUT', '', { problems }));
    expect(error.body.errors).toEqual({ number: 'Numbers have no spaces.' });
    expect(inWords(new PagedropError('CONFLICT', 'Not now.', { reason: 'BRAND_NEW' })).message).toBe('Not now.');
  });

  test('a conflict has its reason, so that the form can offer the newest version', () => {
    const error = inWords(new PagedropError('CONFLICT', 'Stale.', { reason: 'STALE' }));
    expect(error).toMatchObject({ status: 409, message: ko.reasons.STALE, body: { reason: 'STALE' } });
    expect(error.body.errors).toBeUndefined();
  });

  test.each([
    ['UNAUTHENTICATED', 401, ko.errors.UNAUTHENTICATED],
    ['FORBIDDEN', 403, ko.errors.FORBIDDEN],
    ['NOT_FOUND', 404, ko.errors.NOT_FOUND],
    ['NETWORK', 503, ko.errors.NETWORK],
    ['SERVICE_UNAVAILABLE', 503, ko.errors.SERVICE_UNAVAILABLE],
  ])('%s', (code, status, message) => {
    expect(inWords(new PagedropError(code, 'in English'))).toMatchObject({ status, message });
  });

  test('who asks too often is told how long to wait', () => {
    const error = inWords(new PagedropError('TOO_MANY_REQUESTS', '', { retryAfterMs: 4_200 }));
    expect(error.message).toContain('5초');
  });

  test('a page too far away', () => {
    expect(inWords(new PageTooFar()).message).toBe(ko.errors.pageTooFar);
  });

  test('a fault of the page is no answer of the server, and the console has it', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fault = new TypeError('books cannot fly');
    expect(inWords(fault)).toMatchObject({ status: 500, message: ko.errors.UNKNOWN });
    expect(log).toHaveBeenCalledWith(fault);
    log.mockRestore();
  });
});
