import type { Pool } from 'pg';
import { z } from 'zod';
import { likeText, type Condition, type Place } from '#admin/lists/list.js';
import { normaliseUsername } from '#auth/credential-rules.js';
import { normaliseCode, serialOfCode } from '#coupons/pass-code.js';

/** So many coupons or readers are named to PostgreSQL, which then knows how rare their passes are. */
const NAMED_MAX = 200;

const ids = z.array(z.object({ id: z.string() }));

/** What one search box finds: a whole code, and the beginning of a reader's name or of a coupon's number. */
export async function passSearch(pool: Pool, text: string): Promise<Condition> {
  const code = normaliseCode(text);
  const key = `${likeText(normaliseUsername(text.slice(0, 100)).usernameKey)}%`;
  const number = `${likeText(text.normalize('NFKC').toUpperCase())}%`;
  const [ofCode, readers, coupons] = await Promise.all([
    code === undefined ? undefined : couponOfCode(pool, code),
    named(pool, 'p.user_id', { query: 'select id from "user" where username_key like', begins: key }),
    named(pool, 'p.coupon_id', { query: 'select id from coupon where number like', begins: number }),
  ]);
  return (place) => {
    const found = [...readers(place), ...coupons(place)];
    if (ofCode !== undefined) found.push(`p.coupon_id = ${place(ofCode)} and p.code = ${place(code)}`);
    return found.map((condition) => `(${condition})`).join(' or ') || 'false';
  };
}

/** A code carries its coupon, so that the unique key of both finds its pass. */
async function couponOfCode(pool: Pool, code: string): Promise<string | undefined> {
  const serial = serialOfCode(code);
  if (serial > 2_147_483_647) return undefined;
  const { rows } = await pool.query('select id from coupon where serial = $1', [serial]);
  return ids.parse(rows)[0]?.id;
}

/** By their ids while they are few; otherwise passes of them are everywhere, and looking from pass to pass is short. */
async function named(
  pool: Pool,
  column: string,
  { query, begins }: { query: string; begins: string },
): Promise<(place: Place) => readonly string[]> {
  const { rows } = await pool.query(`${query} $1 limit ${NAMED_MAX + 1}`, [begins]);
  const found = ids.parse(rows).map(({ id }) => id);
  if (found.length === 0) return () => [];
  if (found.length <= NAMED_MAX) return (place) => [`${column} = any(${place(found)}::uuid[])`];
  return (place) => [`${column} in (${query} ${place(begins)})`];
}
