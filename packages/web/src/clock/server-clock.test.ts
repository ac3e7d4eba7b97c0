import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createServerClock } from '#clock/server-clock.ts';

describe('createServerClock', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      now: new Date('2020-01-01T00:00:00Z'),
      toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts on from the server’s time, whatever the device says', () => {
    const clock = createServerClock();
    clock.sync('2026-11-22T02:59:58.500Z');
    vi.advanceTimersByTime(1_500);
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T03:00:00.000Z');
    vi.setSystemTime(new Date('1999-01-01T00:00:00Z'));
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T03:00:00.000Z');
  });

  it('ticks on the server’s whole seconds', () => {
    const clock = createServerClock();
    clock.sync('2026-11-22T02:59:58.700Z');
    const seconds: string[] = [];
    const stop = clock.subscribe(() => seconds.push(new Date(clock.second()).toISOString().slice(17, 19)));
    vi.advanceTimersByTime(2_400);
    stop();
    vi.advanceTimersByTime(5_000);
    expect(seconds).toEqual(['59', '00', '01']);
  });

  it('ignores an answer without a readable time', () => {
    const clock = createServerClock();
    clock.sync('2026-11-22T03:00:00Z');
    clock.sync('soon');
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T03:00:00.000Z');
  });
});
