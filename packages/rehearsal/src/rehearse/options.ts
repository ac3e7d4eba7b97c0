import { parseArgs } from 'node:util';
import { readCount, readDuration, readShare } from '#rehearse/read-value.js';
import { Refusal } from '#rehearse/refusal.js';
import { readServer, type RemoteServer } from '#rehearse/remote-server.js';

/** The limits of the server's `rehearsals/rehearsal-limits.ts`: said here before anything is begun. */
const READERS_MAX = 200_000;
const OPENS_IN = { least: '1s', most: '5m' };

export interface Options {
  readonly readers: number;
  readonly passes: number;
  readonly opensInMs: number;
  /** In how much time after the opening the readers come. */
  readonly withinMs: number;
  readonly connections: number;
  /** Shares, 0 to 1. */
  readonly doubleTap: number;
  readonly early: number;
  /** Undefined: Pagedrop is started here, for this rehearsal alone. */
  readonly server: RemoteServer | undefined;
  /** Whether not to ask. */
  readonly yes: boolean;
  /** Where the result page goes; undefined: `rehearsal/<time>.html`. */
  readonly out: string | undefined;
}

export const USAGE = `Usage: npm run rehearse -- [flags]

  --readers 20000      throw-away readers
  --passes 1000        passes of the throw-away coupon
  --opens-in 10s       how long they wait for the opening, once they are there
  --within 3s          in how much time after it they tap, half of them in its first quarter
  --early 10%          how many tap before it as well
  --double-tap 10%     how many tap twice at once
  --connections 256    over which they come
  --url https://…      a server that runs already; without it one is started here and thrown away
  --token TOKEN        an operator's access token for it; better in the environment, as STAFF_TOKEN
  --yes                don't ask before loading that server
  --out FILE.html      where the result page goes; the numbers go beside it, as JSON`;

/** @throws Refusal with a sentence for the first flag that will not do; nothing is begun then */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options | 'help' {
  const flags = readFlags(args);
  if (flags.help) return 'help';
  const readers = readCount('readers', flags.readers, READERS_MAX);
  const passes = readCount('passes', flags.passes, READERS_MAX);
  if (passes > readers) {
    throw new Refusal(
      `--passes ${flags.passes} is more than --readers ${flags.readers}: they would never sell out. Take more readers.`,
    );
  }
  const opensInMs = readDuration('opens-in', flags['opens-in'], OPENS_IN);
  if (opensInMs % 1000 !== 0) throw new Refusal('--opens-in wants whole seconds.');
  if (flags.out !== undefined && !flags.out.endsWith('.html')) {
    throw new Refusal(`--out wants a file name that ends in .html, not "${flags.out}".`);
  }
  return {
    readers,
    passes,
    opensInMs,
    withinMs: readDuration('within', flags.within, { least: '0s', most: '1m' }),
    connections: Math.min(readers, readCount('connections', flags.connections, 10_000)),
    doubleTap: readShare('double-tap', flags['double-tap']),
    early: readShare('early', flags.early),
    server: readServer({ url: flags.url, token: flags.token ?? env['STAFF_TOKEN'], readers, opensInMs }),
    yes: flags.yes,
    out: flags.out,
  };
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        readers: { type: 'string', default: '20000' },
        passes: { type: 'string', default: '1000' },
        'opens-in': { type: 'string', default: '10s' },
        within: { type: 'string', default: '3s' },
        early: { type: 'string', default: '10%' },
        'double-tap': { type: 'string', default: '10%' },
        connections: { type: 'string', default: '256' },
        url: { type: 'string' },
        token: { type: 'string' },
        yes: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    // Of Node's message only its first sentence is for people.
    const [problem] = String(error instanceof Error ? error.message : error).split(/(?<=[^.])\. |\n/);
    throw new Refusal(`${problem?.replace(/\.$/, '')}. "npm run rehearse -- --help" shows what there is.`);
  }
}
