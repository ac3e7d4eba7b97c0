// A program of its own, started by hasher.ts: it hashes passwords at a low priority and knows nothing else. Node
// runs this file as it stands, so it has nothing that TypeScript would have to translate, and no import of ours.
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. 2 is the library's number for argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

try {
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where it is forbidden, the pauses that passwords.ts makes are left.
}

/** Compared with when there is no such user, so that the answer takes the same time. */
const nobody = hash(randomBytes(16), ARGON2ID);

process.on('message', (order) => void answer(order));
process.on('disconnect', () => process.exit()); // the server has ended, however it did
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined); // the server still answers

async function answer(order: unknown): Promise<void> {
  if (typeof order !== 'object' || order === null || !('id' in order) || !('password' in order)) return;
  const { id, password } = order;
  if (typeof password !== 'string') return;
  const given = 'passwordHash' in order ? order.passwordHash : undefined;
  try {
    if (given === undefined) return say({ id, result: await hash(password, ARGON2ID) });
    const matches = await verify(typeof given === 'string' ? given : await nobody, password);
    say({ id, result: matches && typeof given === 'string' });
  } catch (error) {
    say({ id, error: String(error) });
  }
}

function say(message: object): void {
  process.send?.(message, undefined, undefined, () => undefined); // nobody listens any more when the server has ended
}
