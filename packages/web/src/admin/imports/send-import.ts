import { z } from 'zod';

const problem = z.object({ field: z.string(), reason: z.string(), message: z.string(), limit: z.number().optional() });
const line = z.object({
  line: z.int().nullable(),
  place: z.string(),
  type: z.enum(['BOOK', 'COUPON']),
  label: z.string(),
  outcome: z.enum(['CREATE', 'SAME', 'PROBLEM']),
  problems: z.array(problem),
});
const report = z.object({
  isDone: z.boolean(),
  confirm: z.string().nullable(),
  encoding: z.string(),
  counts: z.object({ CREATE: z.int(), SAME: z.int(), PROBLEM: z.int() }),
  creates: z.object({
    books: z.int(),
    coupons: z.int(),
    passes: z.int(),
    openAtOnce: z.int(),
    over: z.int(),
    firstStartsAt: z.string().nullable(),
  }),
  lines: z.array(line),
});
const refused = z.object({
  errors: z.tuple([
    z.object({ message: z.string(), extensions: z.object({ code: z.string(), reason: z.string().optional() }) }),
  ]),
});

/** What the server says an import does, or did. */
export type ImportReport = z.infer<typeof report>;
export type ImportedLine = z.infer<typeof line>;
export type ImportProblem = z.infer<typeof problem>;

/** Why the file as a whole was refused: the server's reason, or NETWORK when no answer came. */
export class ImportRefused extends Error {
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

interface SendOptions {
  /** Of the session, good now; null: nobody is logged in any more. */
  readonly accessToken: string | null;
  /** From the report that was looked at: do that. Without it nothing is written. */
  readonly confirm?: string;
}

/** Sends a file to be looked at, or to be imported. @throws ImportRefused */
export async function sendImport(file: File, { accessToken, confirm }: SendOptions): Promise<ImportReport> {
  const query = new URLSearchParams({
    dryRun: String(confirm === undefined),
    ...(confirm !== undefined && { confirm }),
  });
  const answer = await ask(`/staff/imports?${query.toString()}`, {
    method: 'POST',
    headers: {
      'content-type': /\.json$/i.test(file.name) ? 'application/json' : 'text/csv',
      ...(accessToken !== null && { authorization: `Bearer ${accessToken}` }),
    },
    body: file,
  });
  const { data } = report.safeParse(answer);
  if (data) return data;
  const [error] = refused.safeParse(answer).data?.errors ?? [];
  throw error ? new ImportRefused(error.extensions.reason ?? error.extensions.code, error.message) : noAnswer();
}

async function ask(url: string, init: RequestInit): Promise<unknown> {
  try {
    return await (await fetch(url, init)).json();
  } catch {
    throw noAnswer();
  }
}

const noAnswer = () => new ImportRefused('NETWORK', '');
