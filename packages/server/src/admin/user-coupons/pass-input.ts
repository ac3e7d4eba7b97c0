import { z } from 'zod';
import { badInput, readInput, reasonText } from '#admin/staff-input.js';
import type { PassKey } from '#admin/user-coupons/lock-passes.js';
import { readPassId } from '#coupons/present.js';

const ids = z.array(z.string()).min(1).max(1000);

/** What every act on passes is asked with. @throws PublicError BAD_USER_INPUT */
export function readPassInput(input: { ids: readonly string[]; reason: string }): { keys: PassKey[]; reason: string } {
  const { ids: given, reason } = readInput(z.object({ ids, reason: reasonText }), input);
  const keys = given.map((written, index): [string, PassKey] => {
    const id = written.toLowerCase();
    const key = readPassId(id);
    if (!key) throw badInput([{ field: `ids.${index}`, reason: 'BAD_FORMAT', message: 'This is the id of no pass.' }]);
    return [id, key];
  });
  return { keys: [...new Map(keys).values()], reason };
}
