import type { AuthContext } from '#auth/auth-context.js';
import type { IssuingEngine } from '#coupons/issuing/issuing-engine.js';

/** What the coupon commands need of a request and of the server. */
export interface CouponsContext extends AuthContext {
  readonly issuing: IssuingEngine;
}
