import { describe, expect, it } from 'vitest';

import { dateWords, keptDateWords, timeWords } from '#i18n/date-words.ts';

const SEOUL = 'Asia/Seoul';
const now = new Date('2026-11-22T02:48:00Z'); // 11:48 on Sunday in Seoul

function ko(iso: string): string {
  return dateWords('ko', new Date(iso), now, SEOUL);
}

function en(iso: string): string {
  return dateWords('en', new Date(iso), now, SEOUL).replaceAll('\u00a0', ' ');
}

describe('dateWords', () => {
  it('names near days in Korean', () => {
    expect(ko('2026-11-22T03:00:00Z')).toBe('오늘 낮 12:00');
    expect(ko('2026-11-23T00:30:00Z')).toBe('내일 오전 9:30');
    expect(ko('2026-11-24T06:00:00Z')).toBe('모레 오후 3:00');
    expect(ko('2026-11-21T10:00:00Z')).toBe('어제 저녁 7:00');
  });

  it('gives midnight to the day that begins', () => {
    expect(ko('2026-11-22T15:00:00Z')).toBe('내일 자정 0:00');
    expect(ko('2026-11-22T14:59:00Z')).toBe('오늘 밤 11:59');
    expect(ko('2026-11-22T15:30:00Z')).toBe('내일 새벽 0:30');
  });

  it('writes farther days with the weekday, other years with the year', () => {
    expect(ko('2026-11-25T03:00:00Z')).toBe('11월 25일 (수) 낮 12:00');
    expect(ko('2027-01-02T03:00:00Z')).toBe('2027년 1월 2일 낮 12:00');
  });

  it('speaks English', () => {
    expect(en('2026-11-22T03:00:00Z')).toBe('today at noon');
    expect(en('2026-11-22T15:00:00Z')).toBe('tomorrow at midnight');
    expect(en('2026-11-24T06:05:00Z')).toBe('Tue, Nov 24 at 3:05 PM');
  });

  it('keeps the clock and its half of the day together', () => {
    expect(dateWords('en', new Date('2026-11-22T05:08:00Z'), now, SEOUL)).toBe('today at 2:08\u00a0PM');
  });

  it('writes what is kept by the calendar, however near it is', () => {
    const soon = new Date('2026-11-22T06:05:00Z');
    expect(keptDateWords('ko', soon, now, SEOUL)).toBe('11월 22일 (일) 오후 3:05');
    expect(keptDateWords('en', soon, now, SEOUL)).toBe('Sun, Nov 22, 3:05\u00a0PM');
  });

  it('judges the day in the reader’s zone', () => {
    const instant = new Date('2026-11-22T16:00:00Z');
    expect(dateWords('ko', instant, now, 'UTC')).toBe('오늘 오후 4:00');
    expect(dateWords('ko', instant, now, SEOUL)).toBe('내일 새벽 1:00');
    expect(timeWords('ko', instant, 'UTC')).toBe('오후 4:00');
  });
});
