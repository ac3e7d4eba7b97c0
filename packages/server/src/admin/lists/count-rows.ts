import type { Pool } from 'pg';
import { z } from 'zod';
import type { ListCount } from '#admin/lists/connection.types.js';
import { whereOf, type Condition } from '#admin/lists/list.js';

/** Up to here a count is exact: beyond it nobody reads the last digit, and counting would cost more than the page. */
const EXACT_MAX = 10_000;

const counted = z.object({ count: z.int() });
const explained = z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]) });

/** How many rows match: counted up to a bound, past it what PostgreSQL's planner expects. */
export async function countRows(pool: Pool, from: string, conditions: readonly Condition[]): Promise<ListCount> {
  const { where, parameters } = whereOf(conditions);
  const { rows } = await pool.query(
    `select count(*)::integer from (select from ${from} ${where} limit ${EXACT_MAX + 1}) as matching`,
    parameters,
  );
  const { count } = counted.parse(rows[0]);
  if (count <= EXACT_MAX) return { value: count, isExact: true };

  const plan = await pool.query(`explain (format json) select from ${from} ${where}`, parameters);
  const [{ Plan }] = explained.parse(plan.rows[0])['QUERY PLAN'];
  return { value: Math.max(count, Math.round(Plan['Plan Rows'])), isExact: false };
}
