import { z } from 'zod';
import { findBook } from '#admin/books/find-books.js';
import { confirmOf } from '#admin/launch/confirm.js';
import type { LaunchWarning } from '#admin/launch/launch.types.js';
import { sayClocks, sayMoment, sayNumber } from '#admin/launch/say.js';
import type { DropPlan } from '#admin/recurring-drops/drop-input.js';
import { dropNumber } from '#admin/recurring-drops/drop-number.js';
import { findOpenings, upcomingOf } from '#admin/recurring-drops/openings.js';
import { planOf, scheduleOf } from '#admin/recurring-drops/plan-of.js';
import type { RecurringDropInput, RecurringDropSummary } from '#admin/recurring-drops/recurring-drops.types.js';
import { sayDays } from '#admin/recurring-drops/say-days.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput } from '#admin/staff-input.js';

type Reader = Pick<StaffContext, 'database'>;

/** So many times the passes of before is seldom meant. */
const MUCH_LARGER = 10;

/**
 * What saving this would do, to be read and confirmed; nothing is written. `id` is that of the recurring drop that is
 * edited.
 * @throws PublicError BAD_USER_INPUT, also when a number that it would give is another coupon's
 */
export async function summariseDrop(
  context: Reader,
  { input, id }: { input: RecurringDropInput; id: string | null },
): Promise<RecurringDropSummary & { readonly plan: DropPlan }> {
  const plan = await planOf(context, input);
  const book = await findBook(context, plan.bookId);
  if (!book) throw problem('bookId', 'NOT_FOUND', 'There is no such book. Choose another one.');
  const openings = await findOpenings(context.database.pool, scheduleOf(plan));
  if (openings.length === 0) {
    throw problem('endsOn', 'NO_OPENINGS', 'None of these weekdays lies between the two days, or all are past.');
  }
  const facts = await readFacts(context, { id, days: openings.map(({ day }) => day), plan });
  if (facts.taken.length > 0) {
    const numbers = facts.taken.join(', ');
    throw problem('numberPattern', 'NUMBER_TAKEN', `Other coupons have these numbers already: ${numbers}.`);
  }
  const opensAtOnce = openings.some(({ day, isOpen }) => isOpen && !facts.opened.includes(day));
  const takenBack = facts.coming.filter((day) => !openings.some((opening) => opening.day === day)).length;
  const changed = facts.coming.length - takenBack;
  const warnings = warningsOf(plan, opensAtOnce, facts.before);
  const upcoming = upcomingOf(openings);
  const reasons = warnings.map(({ reason }) => reason);
  return {
    plan,
    confirm: confirmOf({ ...plan, title: book.title, reasons, changed, takenBack }),
    sentence: sentenceOf(plan, { title: book.title, opensAtOnce, first: upcoming[0], changed, takenBack }),
    bookTitle: book.title,
    opensAtOnce,
    upcoming,
    numbers: openings.slice(0, 3).map(({ day }) => dropNumber(plan.numberPattern, day)),
    changed,
    takenBack,
    warnings,
  };
}

const factsRow = z.object({
  opened: z.array(z.string()),
  coming: z.array(z.string()),
  taken: z.array(z.string()),
  before: z.int().nullable(),
});

/** The days of this drop that have opened and that have not, numbers that others have, and the passes of before. */
async function readFacts(
  { database }: Reader,
  { id, days, plan }: { id: string | null; days: readonly string[]; plan: DropPlan },
): Promise<z.infer<typeof factsRow>> {
  const { rows } = await database.pool.query(
    `select
       to_jsonb(array(select drop_day from coupon where recurring_drop_id = $1 and starts_at <= now())) as opened,
       to_jsonb(array(select drop_day from coupon where recurring_drop_id = $1 and starts_at > now() and issued_quantity = 0)) as coming,
       to_jsonb(array(select number from coupon where number = any($2) and recurring_drop_id is distinct from $1 limit 3)) as taken,
       coalesce((select total_quantity from recurring_drop where id = $1),
         (select max(total_quantity) from coupon where book_id = $3 and batch_id is null)) as before`,
    [id, days.map((day) => dropNumber(plan.numberPattern, day)), plan.bookId],
  );
  return factsRow.parse(rows[0]);
}

function warningsOf({ totalQuantity }: DropPlan, opensAtOnce: boolean, before: number | null): LaunchWarning[] {
  const say = (count: number) => sayNumber(count, 'pass', 'passes');
  return [
    ...(before !== null && totalQuantity >= MUCH_LARGER * before
      ? [
          {
            reason: 'MUCH_LARGER_THAN_BEFORE',
            message: `${say(totalQuantity)} each day; until now the most was ${say(before)}.`,
            value: totalQuantity,
            limit: before,
          },
        ]
      : []),
    ...(opensAtOnce ? [{ reason: 'OPENS_AT_ONCE', message: 'A window is open now: its coupon opens at once.' }] : []),
  ];
}

interface Consequences {
  readonly title: string;
  readonly opensAtOnce: boolean;
  readonly first: Date | undefined;
  readonly changed: number;
  readonly takenBack: number;
}

function sentenceOf(plan: DropPlan, { title, opensAtOnce, first, changed, takenBack }: Consequences): string {
  const { days, timeOfDay, zone, openMinutes, totalQuantity, endsOn } = plan;
  const next = [opensAtOnce ? 'opens at once' : '', first ? `next ${sayMoment(first)}` : ''].filter(Boolean).join(', ');
  const coming = [
    changed > 0 ? `${sayNumber(changed, 'coupon', 'coupons')} that have not opened yet will follow.` : '',
    takenBack > 0 ? `${sayNumber(takenBack, 'coupon', 'coupons')} that have not opened yet will be taken back.` : '',
  ];
  return [
    `${sayDays(days)} at ${timeOfDay} (${zone}), open for ${sayNumber(openMinutes, 'minute', 'minutes')}: ` +
      `${sayNumber(totalQuantity, 'pass', 'passes')} of 『${title}』, one per reader each time, ${sayClocks(plan)}; ` +
      `${next}${endsOn === null ? '' : `, until ${endsOn}`}.`,
    ...coming.filter(Boolean),
  ].join(' ');
}

function problem(field: string, reason: string, message: string) {
  return badInput([{ field, reason, message }]);
}
