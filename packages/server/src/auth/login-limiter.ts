import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { PublicError } from '#platform/errors.js';
import type { Redis } from '#platform/redis.js';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT = 20;
const FAILURES_PER_ADDRESS = 100;
const REGISTRATIONS_PER_ADDRESS = 100;

/**
 * Slows the guessing of passwords: per account for a targeted attack, per address for a broad one.
 * With Redis all servers count together; without it, or while it is away, each counts for itself.
 */
export class LoginLimiter {
  readonly #accounts: RateLimiterAbstract;
  readonly #addresses: RateLimiterAbstract;
  readonly #registrations: RateLimiterAbstract;

  constructor(redis: Redis | undefined) {
    this.#accounts = createLimiter('login-account', FAILURES_PER_ACCOUNT, redis);
    this.#addresses = createLimiter('login-address', FAILURES_PER_ADDRESS, redis);
    this.#registrations = createLimiter('registration-address', REGISTRATIONS_PER_ADDRESS, redis);
  }

  /**
   * Counts an attempt before its password is looked at, so that parallel guesses count too.
   * @throws PublicError TOO_MANY_REQUESTS
   */
  async beginLogin(account: string, address: string): Promise<void> {
    await take(this.#addresses, address);
    await take(this.#accounts, account);
  }

  /** A right password is no failure: gives the attempt back and forgives the account. */
  async loginSucceeded(account: string, address: string): Promise<void> {
    await this.#accounts.delete(account);
    await this.#addresses.reward(address);
  }

  /** @throws PublicError TOO_MANY_REQUESTS */
  async beginRegistration(address: string): Promise<void> {
    await take(this.#registrations, address);
  }
}

function createLimiter(name: string, points: number, redis: Redis | undefined): RateLimiterAbstract {
  const limit = { keyPrefix: `pagedrop:${name}`, points, duration: WINDOW_SECONDS };
  const insuranceLimiter = new RateLimiterMemory(limit);
  if (!redis) return insuranceLimiter;
  return new RateLimiterRedis({
    ...limit,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter,
  });
}

async function take(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterMs = refusal.msBeforeNext;
    const minutes = Math.ceil(retryAfterMs / 60_000);
    throw new PublicError('TOO_MANY_REQUESTS', {
      retryAfterMs,
      message: `Too many attempts. Try again in ${minutes} min.`,
    });
  }
}
