import type { DownloadCouponResult } from '@pagedrop/sdk';
import { describe, expect, it, vi } from 'vitest';

import { createClaims, type ClaimDeps } from '#features/events/claims.ts';

const busy: DownloadCouponResult = { __typename: 'RetryLater', message: '', retryAfterMs: 1_000 };
const soldOut: DownloadCouponResult = { __typename: 'CouponSoldOut', message: '' };

function build(download: ClaimDeps['download']) {
  const waits: number[] = [];
  let elapsed = 0;
  const wait = async (ms: number) => {
    waits.push(Math.round(ms));
    elapsed += ms;
  };
  const claims = createClaims({
    download,
    random: () => 0.5,
    wait,
    waitForConnection: wait,
    elapsed: () => elapsed,
  });
  return { claims, waits };
}

describe('createClaims', () => {
  it('sends one mutation however fast the taps come', async () => {
    const download = vi.fn<ClaimDeps['download']>(async () => soldOut);
    const { claims } = build(download);
    const ends = await Promise.all([claims.take('A'), claims.take('A'), claims.take('A')]);
    expect(download).toHaveBeenCalledTimes(1);
    expect(ends).toEqual([{ kind: 'answered', result: soldOut }, null, null]);
  });

  it('lets different coupons pass, and the same one again after its answer', async () => {
    const download = vi.fn<ClaimDeps['download']>(async () => soldOut);
    const { claims } = build(download);
    await Promise.all([claims.take('A'), claims.take('B')]);
    await claims.take('A');
    expect(download.mock.calls).toEqual([['A'], ['B'], ['A']]);
  });

  it('asks again when the server is busy: as long as it says, growing, with jitter', async () => {
    const answers = [busy, busy];
    const { claims, waits } = build(async () => answers.shift() ?? soldOut);
    expect(await claims.take('A')).toEqual({ kind: 'answered', result: soldOut });
    expect(waits).toEqual([1_250, 2_000]);
  });

  it('gives the reader the button back after some tries', async () => {
    const { claims, waits } = build(async () => busy);
    expect(await claims.take('A')).toEqual({ kind: 'stillBusy' });
    expect(waits).toHaveLength(6);
    expect(claims.phases().size).toBe(0);
  });

  it('shows its phases and clears them after a failure', async () => {
    const failure = new TypeError('Failed to fetch');
    const { claims, waits } = build(() => Promise.reject(failure));
    const seen: unknown[] = [];
    claims.subscribe(() => seen.push(claims.phases().get('A')));
    expect(await claims.take('A')).toEqual({ kind: 'failed', error: failure });
    expect([seen[0], seen[1], seen.at(-1)]).toEqual(['taking', 'reconnecting', undefined]);
    // Minutes, not seconds: a train leaves its tunnel, a server restarts.
    expect(waits.reduce((sum, ms) => sum + ms)).toBeGreaterThanOrEqual(5 * 60_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(22_500);
  });

  it('asks again when an answer was lost, because asking twice never costs a pass', async () => {
    const answers = [() => Promise.reject(new TypeError('Failed to fetch')), async () => soldOut];
    const { claims } = build(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
    expect(await claims.take('A')).toEqual({ kind: 'answered', result: soldOut, afterLostAnswer: true });
  });

  it('does not count lost answers against the tries that a busy server gets', async () => {
    const lost = () => Promise.reject(new TypeError('Failed to fetch'));
    const answers = [...Array.from({ length: 8 }, () => lost), ...Array.from({ length: 6 }, () => async () => busy)];
    const { claims } = build(() => answers.shift()?.() ?? Promise.resolve(soldOut));
    expect(await claims.take('A')).toMatchObject({ kind: 'answered' });
  });

  it('does not repeat what the server refused', async () => {
    const download = vi.fn<ClaimDeps['download']>(() => Promise.reject(new RangeError('a bug')));
    const { claims } = build(download);
    expect(await claims.take('A')).toMatchObject({ kind: 'failed' });
    expect(download).toHaveBeenCalledTimes(1);
  });
});
