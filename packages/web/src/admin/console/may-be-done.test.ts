import { PagedropError } from '@pagedrop/sdk';
import { HttpError } from 'react-admin';
import { describe, expect, test, vi } from 'vitest';

import { mayBeDone } from '#admin/console/may-be-done.ts';
import { toHttpError } from '#admin/data-provider/to-http-error.ts';

const failed = (error: unknown) => toHttpError(error, (key) => key);

describe('what failed', () => {
  test.each(['NETWORK', 'BAD_RESPONSE', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'SOMETHING_NEW'])(
    'with %s may have been done',
    (code) => {
      expect(mayBeDone(failed(new PagedropError(code, '')))).toBe(true);
    },
  );

  test('by a fault of the page may have been done', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(mayBeDone(failed(new TypeError('no answer like this is known')))).toBe(true);
    expect(mayBeDone(new TypeError('the same, not yet in words'))).toBe(true);
    log.mockRestore();
  });

  test.each(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT', 'TOO_MANY_REQUESTS'])(
    'with %s was refused, and not done',
    (code) => {
      expect(mayBeDone(failed(new PagedropError(code, '')))).toBe(false);
    },
  );

  test('because the coupon is closed was not done', () => {
    expect(mayBeDone(new HttpError('The coupon is closed.', 409))).toBe(false);
  });
});
