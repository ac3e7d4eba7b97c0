import { CleanUp } from '#rehearse/clean-up.js';
import { Crowd } from '#rehearse/crowd/crowd.js';
import { castReaders } from '#rehearse/crowd/reader.js';
import { findingsOf, type Findings } from '#rehearse/findings/findings.js';
import { startLocalServer } from '#rehearse/local-server.js';
import type { Options } from '#rehearse/options.js';
import { Progress, type Screen } from '#rehearse/progress.js';
import { Refusal } from '#rehearse/refusal.js';
import type { RemoteServer } from '#rehearse/remote-server.js';
import { readServerClock } from '#rehearse/server-clock.js';
import { Staff, type MadeReader } from '#rehearse/staff.js';

export interface Setting {
  readonly screen: Screen;
  /** Aborts when the rehearsal is to be broken off. */
  readonly told: AbortSignal;
  /** Gets everything that has to be undone, as soon as it has to be. */
  readonly cleanUp: CleanUp;
}

/** The whole rehearsal, but for its undoing. @throws Refusal, or the reason of the signal */
export async function rehearse(options: Options, { screen, told: toldToStop, cleanUp }: Setting): Promise<Findings> {
  const say = (line: string) => screen.write(`${line}\n`);
  const crash = new AbortController();
  const told = AbortSignal.any([toldToStop, crash.signal]);
  const server = options.server ?? (await startServer(say, crash, cleanUp));
  const staff = new Staff(server);
  told.throwIfAborted();

  const id = await staff.begin();
  if (options.server) cleanUp.add(leftBehind(server, id), async () => void say(deleted(await staff.end(id))));
  const readers = castReaders(await makeReaders(staff, id, options.readers, say, told), options);
  const clock = await readServerClock(staff);
  told.throwIfAborted();

  const { couponNumber, startsAt } = await staff.open(id, options.passes, options.opensInMs / 1000);
  const crowd = await Crowd.gather({ ...options, endpoint: server.endpoint, couponNumber, readers, signal: told });
  const progress = new Progress(screen, options.passes, crowd.tally, () => crowd.now());
  try {
    await crowd.rush(clock.localMsOf(new Date(startsAt)));
  } finally {
    progress.close(crowd.tally, crowd.now());
  }
  const client = crowd.client();

  say('Comparing what the readers were told with what the database holds …');
  const [held, verdict] = [await staff.passes(id), await staff.verdict(id)];
  told.throwIfAborted();
  const { uncertainMs: clockUncertainMs } = clock;
  return findingsOf({ options, readers, tally: crowd.tally, held, verdict, clockUncertainMs, client });
}

/** When it ends before its time, nothing is worth waiting for any more. */
async function startServer(
  say: (line: string) => void,
  crash: AbortController,
  cleanUp: CleanUp,
): Promise<RemoteServer> {
  say('Starting Pagedrop with a database of its own …');
  const server = await startLocalServer();
  cleanUp.add(
    `The server that was started for the rehearsal could not be stopped: process ${server.pid}.`,
    async () => {
      await server.stop();
      say('Stopped the server and deleted its database.');
    },
  );
  say(`It runs on ${server.origin}, process ${server.pid}.`);
  void server.ended.then((output) => crash.abort(new Refusal(`The server ended in the middle. It said:\n${output}`)));
  return server.login();
}

async function makeReaders(
  staff: Staff,
  id: string,
  count: number,
  say: (line: string) => void,
  told: AbortSignal,
): Promise<MadeReader[]> {
  say(`Making ${count.toLocaleString('en')} readers …`);
  const made: MadeReader[] = [];
  while (made.length < count) {
    told.throwIfAborted();
    made.push(...(await staff.addReaders(id, count - made.length)));
  }
  return made;
}

function leftBehind({ endpoint }: RemoteServer, id: string): string {
  return `What the rehearsal made on ${endpoint.origin} is still there. The next rehearsal deletes it, from an hour after this one began; or send it as staff: mutation { endRehearsal(id: "${id}") { readers } }`;
}

function deleted({ passes, readers, readersKept }: Awaited<ReturnType<Staff['end']>>): string {
  const all = `Deleted ${passes.toLocaleString('en')} passes, the coupon and ${readers.toLocaleString('en')} readers.`;
  return readersKept === 0 ? all : `${all} ${readersKept} readers stay: they hold passes of other coupons.`;
}
