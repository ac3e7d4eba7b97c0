import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { networkOf } from '#auth/network-of.js';
import { PublicError } from '#platform/errors.js';
import type { Redis } from '#platform/redis.js';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT_AND_ADDRESS = 20;
const FAILURES_PER_ADDRESS = 100;
const FAILURES_PER_ACCOUNT = 200;
const REGISTRATIONS_PER_ADDRESS = 100;

interface Counter {
  readonly limiter: RateLimiterAbstract;
  readonly key: string;
}

/**
 * Slows the guessing of passwords: at one account from one address, at many accounts from one address, and, only far
 * above, at one account from everywhere, because that one also keeps its owner out. "Address" is a network, see `networkOf`.
 * With Redis all servers count together; without it, or while it is away, each counts for itself.
 */
export class LoginLimiter {
  readonly #addresses: RateLimiterAbstract;
  readonly #pairs: RateLimiterAbstract;
  readonly #accounts: RateLimiterAbstract;
  readonly #registrations: RateLimiterAbstract;

  constructor(redis: Redis | undefined) {
    this.#addresses = createLimiter('login-address', FAILURES_PER_ADDRESS, redis);
    this.#pairs = createLimiter('login-account-at-address', FAILURES_PER_ACCOUNT_AND_ADDRESS, redis);
    this.#accounts = createLimiter('login-account', FAILURES_PER_ACCOUNT, redis);
    this.#registrations = createLimiter('registration-address', REGISTRATIONS_PER_ADDRESS, redis);
  }

  /**
   * Counts an attempt before its password is looked at, so that parallel guesses count too. What one limit refuses
   * costs nothing at the others: otherwise a stranger who is refused could go on and use up the account's.
   * @throws PublicError TOO_MANY_REQUESTS
   */
  async beginLogin(account: string, address: string): Promise<void> {
    const counters = this.#countersOf(account, address);
    for (const [index, counter] of counters.entries()) {
      try {
        await take(counter);
      } catch (refusal) {
        await giveBack(counters.slice(0, index));
        throw refusal;
      }
    }
  }

  /** A right password is no failure: gives the attempt back and forgives the earlier ones from this address. */
  async loginSucceeded(account: string, address: string): Promise<void> {
    const [ofAddress, ofPair, ofAccount] = this.#countersOf(account, address);
    // The account's own counter is not forgiven: most of its failures may be somebody else's.
    await Promise.all([giveBack([ofAddress, ofAccount]), ofPair.limiter.delete(ofPair.key)]);
  }

  /** Gives an attempt back whose password was neither right nor wrong, because nobody came to look at it. */
  async loginUndecided(account: string, address: string): Promise<void> {
    await giveBack(this.#countersOf(account, address));
  }

  /** @throws PublicError TOO_MANY_REQUESTS */
  async beginRegistration(address: string): Promise<void> {
    await take({ limiter: this.#registrations, key: networkOf(address) });
  }

  /** The address first: made-up names then cannot fill the memory with counters. */
  #countersOf(account: string, address: string): [Counter, Counter, Counter] {
    const network = networkOf(address);
    return [
      { limiter: this.#addresses, key: network },
      { limiter: this.#pairs, key: `${network} ${account}` }, // an account may contain anything, a network no space
      { limiter: this.#accounts, key: account },
    ];
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

async function giveBack(counters: readonly Counter[]): Promise<void> {
  await Promise.all(counters.map(({ limiter, key }) => limiter.reward(key)));
}

async function take({ limiter, key }: Counter): Promise<void> {
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
