import { z } from 'zod';
import { findBook } from '#admin/books/find-books.js';
import { batchInput, type BatchPlan } from '#admin/coupon-batches/batch-input.js';
import type { CouponBatchInput, CouponBatchSummary } from '#admin/coupon-batches/coupon-batches.types.js';
import { chancesFor, chancesOf, randomNumber } from '#admin/coupon-batches/number-pattern.js';
import { confirmOf } from '#admin/launch/confirm.js';
import type { LaunchWarning } from '#admin/launch/launch.types.js';
import { sayClocks, sayMoment, sayNumber } from '#admin/launch/say.js';
import { likeText } from '#admin/lists/list.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, readInput } from '#admin/staff-input.js';
import { instant } from '#coupons/coupon-rows.js';

type Reader = Pick<StaffContext, 'database'>;

/**
 * What a batch would do, to be read and confirmed; nothing is written.
 * @throws PublicError BAD_USER_INPUT, also when the pattern has too little room for so many numbers
 */
export async function summariseBatch(
  context: Reader,
  input: CouponBatchInput,
): Promise<CouponBatchSummary & { readonly plan: BatchPlan }> {
  const plan = readInput(batchInput, input);
  const book = await findBook(context, plan.bookId);
  if (!book)
    throw badInput([{ field: 'bookId', reason: 'NOT_FOUND', message: 'There is no such book. Choose another one.' }]);
  const { now, alike } = await readPlace(context, plan);
  if (plan.endsAt <= now)
    throw badInput([{ field: 'endsAt', reason: 'IN_THE_PAST', message: 'The end must lie in the future.' }]);
  assertRoom(plan, alike);

  const opensAtOnce = plan.startsAt <= now;
  const warnings = warningsOf(plan, opensAtOnce);
  const { pattern, count, totalQuantity, startsAt, endsAt } = plan;
  const opens = opensAtOnce ? 'open at once' : `open ${sayMoment(startsAt)}`;
  return {
    plan,
    ...plan,
    confirm: confirmOf({ ...plan, title: book.title, opensAtOnce, reasons: warnings.map(({ reason }) => reason) }),
    sentence:
      `${sayNumber(count, 'unlisted coupon', 'unlisted coupons')} ${pattern} for 『${book.title}』, ` +
      `${sayNumber(totalQuantity, 'pass', 'passes')} each: ${sayNumber(count * totalQuantity, 'pass', 'passes')} in all; ` +
      `${opens}, until ${sayMoment(endsAt)}, ${sayClocks(plan)}.`,
    bookTitle: book.title,
    opensAtOnce,
    examples: [1, 2, 3].map(() => randomNumber(pattern)),
    warnings,
  };
}

const place = z.object({ now: instant, alike: z.coerce.number() });

/** The database's clock, and how many numbers of this pattern there are, or will be. */
async function readPlace({ database }: Reader, { pattern }: BatchPlan): Promise<z.infer<typeof place>> {
  const { rows } = await database.pool.query(
    `select clock_timestamp() as now, (select count(*) from coupon where number like $1)
       + (select coalesce(sum(count - made), 0) from coupon_batch where pattern = $2 and status = 'RUNNING') as alike`,
    [likeText(pattern).replaceAll('?', '_'), pattern],
  );
  return place.parse(rows[0]);
}

function assertRoom({ pattern, count }: BatchPlan, alike: number): void {
  const [has, needs] = [chancesOf(pattern), chancesFor(count + alike)];
  if (has >= needs) return;
  const beside = alike > 0 ? ` beside the ${alike.toLocaleString('en')} that there are` : '';
  throw badInput([
    {
      field: 'pattern',
      reason: 'TOO_LITTLE_ROOM',
      message: `So that nobody guesses one of ${sayNumber(count, 'number', 'numbers')}${beside}, the pattern needs at least ${needs} ?; it has ${has}.`,
      limit: needs,
    },
  ]);
}

function warningsOf({ totalQuantity }: BatchPlan, opensAtOnce: boolean): LaunchWarning[] {
  return [
    ...(opensAtOnce ? [{ reason: 'OPENS_AT_ONCE', message: 'The codes work as soon as they are made.' }] : []),
    ...(totalQuantity > 1
      ? [
          {
            reason: 'SHARED_CODES',
            message: `Each code serves ${totalQuantity.toLocaleString('en')} readers. A printed code is usually for one.`,
            value: totalQuantity,
            limit: 1,
          },
        ]
      : []),
  ];
}
