import type { DownloadCouponMutation } from '@pagedrop/sdk';
import type { Answer } from '#load/response-reader.js';

type KnownOutcome = DownloadCouponMutation['downloadCoupon']['__typename'];

/** What came of a claim: a type of the schema, or `error` for everything else that is an answer. */
export type ClaimOutcome = KnownOutcome | 'error';

/** A pass as a reader was told of it. */
export interface ToldPass {
  readonly sequence: number;
  /** Without the dashes that make it readable. */
  readonly code: string;
  readonly alreadyIssued: boolean;
}

const OUTCOMES: Record<KnownOutcome, true> = {
  UserCoupon: true,
  CouponSoldOut: true,
  RetryLater: true,
  CouponNotFound: true,
  CouponNotStarted: true,
  CouponEnded: true,
  CouponPaused: true,
};

/** The type comes first in every answer, within this many bytes; looking no further keeps it cheap. */
const TYPE_WITHIN = 120;

/** Reads only the type of the answer to `downloadCoupon`. */
export function readOutcome({ body }: Pick<Answer, 'body'>): ClaimOutcome {
  const start = body.toString('latin1', 0, TYPE_WITHIN);
  const name = /"downloadCoupon":\{"__typename":"(\w+)"/.exec(start)?.[1];
  return isOutcome(name) ? name : 'error';
}

/** The pass in an answer whose outcome is `UserCoupon`; undefined when it is not there. */
export function readPass({ body }: Pick<Answer, 'body'>): ToldPass | undefined {
  const text = body.toString('latin1');
  const sequence = /"sequence":(\d+)/.exec(text)?.[1];
  const code = /"code":"([\w-]+)"/.exec(text)?.[1];
  if (sequence === undefined || code === undefined) return undefined;
  return {
    sequence: Number(sequence),
    code: code.replaceAll('-', ''),
    alreadyIssued: text.includes('"alreadyIssued":true'),
  };
}

function isOutcome(name: string | undefined): name is KnownOutcome {
  return name !== undefined && Object.hasOwn(OUTCOMES, name);
}
