import type { ViewerContext } from '#auth/auth-context.js';
import type { EventList } from '#coupons/event-list.js';
import type { IssuingEngine } from '#coupons/issuing/issuing-engine.js';
import type { Announcements } from '#platform/announcements.js';

/** What the coupon commands need of a request and of the server. */
export interface CouponsContext extends ViewerContext {
  readonly issuing: IssuingEngine;
  readonly eventList: EventList;
  readonly announcements: Pick<Announcements, 'announce'>;
}
