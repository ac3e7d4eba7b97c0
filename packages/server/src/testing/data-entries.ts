import { randomBytes, randomUUID } from 'node:crypto';

/** A coupon as a data file has it; nobody else has its number. */
export const couponEntry = () => ({
  number: `FILE-${randomBytes(4).toString('hex').toUpperCase()}`,
  totalQuantity: 10,
  startsAt: '-P1D',
  endsAt: '2099-12-24T12:00:00+09:00',
  useWithinDays: 3,
  readingDays: 30,
});

/** A book as a data file has it. */
export const bookEntry = (coupons: object[] = [couponEntry()]) => ({
  id: randomUUID(),
  title: '상록수',
  author: '심훈',
  description: '',
  coupons,
});
