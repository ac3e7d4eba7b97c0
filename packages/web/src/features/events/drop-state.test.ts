import type { Coupon, UserCoupon } from '@pagedrop/sdk';
import { describe, expect, it } from 'vitest';

import { dropState, type DropFacts } from '#features/events/drop-state.ts';

const NOON = Date.parse('2026-11-22T03:00:00Z');

const coupon: Coupon = {
  id: '1',
  number: 'MUJEONG-2026',
  status: 'ACTIVE',
  totalQuantity: 1_000,
  issuedQuantity: 400,
  quantity: 600,
  startsAt: new Date(NOON).toISOString(),
  endsAt: new Date(NOON + 3_600_000).toISOString(),
  useWithinDays: 3,
  readingDays: 30,
};

const pass: UserCoupon = {
  id: '9',
  code: 'ABCD-EFGH',
  sequence: 37,
  alreadyIssued: false,
  isUsed: false,
  usedAt: null,
  readableUntil: null,
  createdAt: new Date(NOON).toISOString(),
  expiresAt: new Date(NOON).toISOString(),
  revokedAt: null,
  coupon: { ...coupon, book: { id: '1', title: '무정', author: '이광수', description: '', coverUrl: null } },
};

function state(facts: Partial<Omit<DropFacts, 'coupon'>> & { coupon?: Partial<Coupon> }) {
  const base = { gone: false, now: NOON + 1_000, loggedIn: true, pass: undefined, claim: undefined };
  return dropState({ ...base, ...facts, coupon: { ...coupon, ...facts.coupon } });
}

describe('dropState', () => {
  it('opens by itself at the very instant', () => {
    expect(state({ now: NOON - 1 })).toEqual({ kind: 'opensLater', inMs: 1 });
    expect(state({ now: NOON })).toEqual({ kind: 'open' });
  });

  it('closes at its end, also when some are left or the clock is all that changed', () => {
    expect(state({ now: NOON + 3_600_000 - 1 }).kind).toBe('open');
    expect(state({ now: NOON + 3_600_000 }).kind).toBe('ended');
    expect(state({ now: NOON + 3_600_000, coupon: { status: 'PAUSED' } }).kind).toBe('ended');
  });

  it('asks a visitor to log in only for what is open', () => {
    expect(state({ loggedIn: false }).kind).toBe('logIn');
    expect(state({ loggedIn: false, now: NOON - 1 }).kind).toBe('opensLater');
    expect(state({ loggedIn: false, coupon: { quantity: 0 } }).kind).toBe('soldOut');
  });

  it('shows what the reader holds before anything else', () => {
    const mine = { kind: 'mine', sequence: 37 };
    expect(state({ pass })).toEqual(mine);
    expect(state({ pass, coupon: { quantity: 0, status: 'COMPLETE' } })).toEqual(mine);
    expect(state({ pass, now: NOON + 9_000_000, claim: 'taking' })).toEqual(mine);
  });

  it('keeps a claim visible until it is answered, also past the end', () => {
    expect(state({ claim: 'taking' }).kind).toBe('taking');
    expect(state({ claim: 'reconnecting' }).kind).toBe('reconnecting');
    expect(state({ claim: 'busy', now: NOON + 9_000_000 }).kind).toBe('busy');
  });

  it('promises nothing while it does not know who the reader is', () => {
    expect(state({ loggedIn: undefined }).kind).toBe('checking');
    expect(state({ loggedIn: undefined, coupon: { quantity: 0 } }).kind).toBe('checking');
  });

  it('tells sold out from closed by what is left', () => {
    expect(state({ coupon: { status: 'COMPLETE', quantity: 0 } }).kind).toBe('soldOut');
    expect(state({ coupon: { status: 'COMPLETE', quantity: 5 } }).kind).toBe('ended');
    expect(state({ gone: true }).kind).toBe('soldOut');
  });

  it('shows a pause, before the opening too', () => {
    expect(state({ coupon: { status: 'PAUSED' } }).kind).toBe('paused');
    expect(state({ coupon: { status: 'PAUSED' }, now: NOON - 1 }).kind).toBe('paused');
  });
});
