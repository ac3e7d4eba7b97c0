import { inspect } from 'node:util';
import { z } from 'zod';

/** What a worker tells the process that started it, once each. */
export const workerReport = z.union([z.object({ open: z.string() }), z.object({ failed: z.string() })]);

/** @param address where this worker serves */
export function reportOpen(address: string): void {
  send({ open: address });
}

/** @param reason a sentence, or an error nobody expected */
export function reportFailure(reason: unknown): void {
  send({ failed: typeof reason === 'string' ? reason : inspect(reason) });
}

function send(report: z.infer<typeof workerReport>): void {
  process.send?.(report);
}
