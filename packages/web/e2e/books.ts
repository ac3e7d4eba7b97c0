import { randomBytes, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { loadData } from './server-process.ts';

export interface TestBook {
  readonly title: string;
  readonly number: string;
}

interface CouponOverrides {
  readonly totalQuantity?: number;
  readonly issued?: number;
  readonly status?: string;
  readonly visibility?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** Puts a book with one coupon on the event page; open with ten passes unless told otherwise. */
export function putOnPage(overrides: CouponOverrides = {}): TestBook {
  const mark = randomBytes(3).toString('hex');
  const book = { title: `시험 ${mark}`, number: `E2E-${mark.toUpperCase()}` };
  loadData(inject('dataDir'), {
    readers: 20,
    books: [
      {
        id: randomUUID(),
        title: book.title,
        author: '지은이',
        description: '끝까지 해 보는 시험을 위한 책이에요.',
        coupons: [
          {
            number: book.number,
            totalQuantity: 10,
            startsAt: '-PT1H',
            endsAt: '+P1D',
            useWithinDays: 3,
            readingDays: 30,
            ...overrides,
          },
        ],
      },
    ],
  });
  return book;
}
