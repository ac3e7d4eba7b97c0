import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Options } from '#rehearse/options.js';
import { Refusal } from '#rehearse/refusal.js';

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** What is going to happen, so that nobody starts it without knowing. */
export function summaryOf({ readers, passes, opensInMs, withinMs, server }: Options): string {
  const what = `${count(readers, 'throw-away reader')} and a throw-away coupon of ${count(passes, 'pass', 'passes')}`;
  const when = `They wait ${opensInMs / 1000} s for the opening and tap within ${withinMs / 1000} s after it.`;
  if (!server) return `${what}, on a Pagedrop that is started here for them alone and thrown away. ${when}`;
  return `${what} on ${server.endpoint.origin}. ${when} Real readers will feel the load. All of it is deleted afterwards.`;
}

/** Asks whether to load a server that runs already. @throws Refusal when there is nobody to ask */
export async function confirm(options: Options, { input, output }: Terminal, told: AbortSignal): Promise<boolean> {
  if (!options.server || options.yes) return true;
  if (input.isTTY !== true) {
    throw new Refusal('There is no terminal to ask at. Read the lines above, and if you mean it, add --yes.');
  }
  const terminal = createInterface({ input, output });
  try {
    const answer = await terminal.question('Go on? [y/N] ', { signal: told });
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false; // Ctrl-C, or the end of the input
  } finally {
    terminal.close();
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
