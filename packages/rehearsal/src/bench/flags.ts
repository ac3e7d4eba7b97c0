import { parseArgs } from 'node:util';
import { StartupError } from '@pagedrop/server/platform/startup-error.js';
import { z } from 'zod';
import type { BenchOptions } from '#bench/results.js';
import { VARIANT_NAMES } from '#bench/variants/variant.js';

export const ONLY = ['rows', 'memory', 'logins', 'lists'] as const;
export type Only = (typeof ONLY)[number];

export interface Flags extends BenchOptions {
  readonly only: Only | undefined;
  /** The folder for the report and the raw numbers. */
  readonly out: string;
}

export const HELP = `npm run bench -- [flags]

Measures this server and four others side by side, on a PostgreSQL of its own that is thrown away afterwards.
Takes about four minutes and leaves bench/report.html and bench/results.json.

  --rounds N        how often everything is measured; median and spread come out of it   (3)
  --seconds N       how long each measurement takes                                      (3)
  --connections N   how many readers wait for an answer at the same time                 (256)
  --variants A,B    some of: ${VARIANT_NAMES.join(', ')}
  --out FOLDER      where report and numbers go                                          (bench)
  --quick           one round of sizes that show that it works; its numbers mean nothing
  --only rows       instead: what an issue costs with 1,000 and with 1,000,000 passes issued; about 2 minutes
  --only memory     instead: the memory of one process that 100,000 readers ask; about a minute
  --only logins     instead: the winners' waiting with and without 200 log-ins a second; about a minute
  --only lists      instead: the lists of staff with 1,000,000 passes and 10,000 books; about 3 minutes
  --help            this

redis-queue needs a redis-server on this machine and is left out without one. CPU time is measured on Linux only.`;

const number = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `--${name} must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `--${name} must be a whole number from ${min} to ${max}`);

const variants = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(VARIANT_NAMES, `--variants must be some of ${VARIANT_NAMES.join(', ')}, with commas between`)));

const values = z.object({
  rounds: number('rounds', 1, 50).default(3),
  seconds: number('seconds', 1, 60).default(3),
  connections: number('connections', 1, 4096).default(256),
  variants: variants.default([...VARIANT_NAMES]),
  out: z.string().min(1, '--out must be a folder').default('bench'),
  only: z.enum(ONLY, `--only must be one of ${ONLY.join(', ')}`).optional(),
  quick: z.boolean().default(false),
});

const known = {
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  connections: { type: 'string' },
  variants: { type: 'string' },
  out: { type: 'string' },
  only: { type: 'string' },
  quick: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; "help" when that is asked for.
 * @throws StartupError with a sentence for each flag that is wrong
 */
export function parseFlags(args: readonly string[]): Flags | 'help' {
  const parsed = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true });
  const problems = parsed.tokens.flatMap((token) => {
    if (token.kind === 'positional') return [`"${token.value}" is not a flag; --help lists them`];
    if (token.kind !== 'option') return [];
    const flag = Object.entries(known).find(([name]) => name === token.name)?.[1];
    if (!flag) return [`there is no ${token.rawName}; --help lists what there is`];
    if (flag.type === 'string' && !token.value) return [`--${token.name} wants a value`];
    if (flag.type === 'boolean' && token.value !== undefined) return [`--${token.name} stands alone`];
    return [];
  });
  if (problems.length === 0 && parsed.values.help === true) return 'help';
  const { data, error } = values.safeParse(parsed.values);
  // What a flag's own problem has said need not be said again by its value's.
  const said = problems.length > 0 ? problems : (error?.issues ?? []).map(({ message }) => message);
  if (!data || said.length > 0) throw new StartupError([...new Set(said)].join('\n'));
  const { only, quick, rounds, ...rest } = data;
  return { ...rest, only, quick, rounds: quick ? 1 : rounds };
}
