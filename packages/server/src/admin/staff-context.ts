import type { AuthContext } from '#auth/auth-context.js';
import type { CouponsContext } from '#coupons/coupons-context.js';

/** What the commands of staff need of a request and of the server. */
export type StaffContext = CouponsContext & AuthContext;
