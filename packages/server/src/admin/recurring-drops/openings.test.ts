import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOpenings, upcomingOf, type Schedule } from '#admin/recurring-drops/openings.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const daily: Schedule = {
  timeOfDay: '12:00',
  zone: 'Asia/Seoul',
  isoDays: [1, 2, 3, 4, 5, 6, 7],
  openMinutes: 60,
  startsOn: '2040-01-01',
  endsOn: null,
};
const openingsOf = async (overrides: Partial<Schedule>) =>
  upcomingOf(await findOpenings(database.pool, { ...daily, ...overrides })).map((date) => date.toISOString());

describe('openings', () => {
  test('of every day at noon in Seoul are the next seven, at 03:00 UTC', async () => {
    expect(await openingsOf({})).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2040-01-0${day}T03:00:00.000Z`));
  });

  test('come on their weekdays only, and not after the last day', async () => {
    const mondays = await openingsOf({ isoDays: [1], endsOn: '2040-01-20' });
    expect(mondays).toEqual(['2040-01-02', '2040-01-09', '2040-01-16'].map((day) => `${day}T03:00:00.000Z`));
    expect(await openingsOf({ isoDays: [7] })).toHaveLength(7);
  });

  test('stay at noon when the clocks of the zone change', async () => {
    const [before, after] = await openingsOf({ zone: 'America/New_York', startsOn: '2040-03-10' });
    expect([before, after]).toEqual(['2040-03-10T17:00:00.000Z', '2040-03-11T16:00:00.000Z']);
  });

  test('in an hour that is skipped come an hour later, once', async () => {
    const nights = await openingsOf({ zone: 'America/New_York', timeOfDay: '02:30', startsOn: '2040-03-10' });
    expect(nights.slice(0, 3)).toEqual([
      '2040-03-10T07:30:00.000Z',
      '2040-03-11T07:30:00.000Z',
      '2040-03-12T06:30:00.000Z',
    ]);
  });

  test('in an hour that comes twice come the second time, once', async () => {
    const nights = await openingsOf({ zone: 'America/New_York', timeOfDay: '01:30', startsOn: '2040-11-03' });
    expect(nights.slice(0, 3)).toEqual([
      '2040-11-03T05:30:00.000Z',
      '2040-11-04T06:30:00.000Z',
      '2040-11-05T06:30:00.000Z',
    ]);
  });

  test('are none when all is past', async () => {
    expect(await openingsOf({ startsOn: '2001-01-01', endsOn: '2001-12-31' })).toEqual([]);
  });
});
