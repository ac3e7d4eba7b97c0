import type { Pool } from 'pg';
import { z } from 'zod';
import { likeText, type Condition } from '#admin/lists/list.js';
import { namedIds } from '#admin/user-coupons/named-ids.js';
import { normaliseUsername } from '#auth/credential-rules.js';
import { normaliseCode, serialOfCode } from '#coupons/pass-code.js';

const row = z.object({ id: z.string() });

/** What one search box finds: a whole code, and the beginning of a reader's name or of a coupon's number. */
export async function passSearch(pool: Pool, text: string): Promise<Condition> {
  const code = normaliseCode(text);
  const key = `${likeText(normaliseUsername(text.slice(0, 100)).usernameKey)}%`;
  const number = `${likeText(text.normalize('NFKC').toUpperCase())}%`;
  const [ofCode, readers, coupons] = await Promise.all([
    code === undefined ? undefined : couponOfCode(pool, code),
    namedIds(pool, 'p.user_id', { query: 'select id from "user" where username_key like', value: key }),
    namedIds(pool, 'p.coupon_id', { query: 'select id from coupon where number like', value: number }),
  ]);
  const pass: Condition | undefined =
    ofCode === undefined ? undefined : (place) => `p.coupon_id = ${place(ofCode)} and p.code = ${place(code)}`;
  const found = [readers, coupons, pass].filter((condition) => condition !== undefined);
  return (place) => found.map((condition) => `(${condition(place)})`).join(' or ') || 'false';
}

/** A code carries its coupon, so that the unique key of both finds its pass. */
async function couponOfCode(pool: Pool, code: string): Promise<string | undefined> {
  const serial = serialOfCode(code);
  if (serial > 2_147_483_647) return undefined;
  const { rows } = await pool.query('select id from coupon where serial = $1', [serial]);
  return rows.length > 0 ? row.parse(rows[0]).id : undefined;
}
