import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { PublicError } from '#platform/errors.js';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT = 20;
const FAILURES_PER_ADDRESS = 100;
const REGISTRATIONS_PER_ADDRESS = 100;

/** Slows the guessing of passwords: per account for a targeted attack, per address for a broad one. */
export class LoginLimiter {
  readonly #accounts = new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW_SECONDS });
  readonly #addresses = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS });
  readonly #registrations = new RateLimiterMemory({ points: REGISTRATIONS_PER_ADDRESS, duration: WINDOW_SECONDS });

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
