// The load client's own process: server and client must not share one event loop.
import { createAccessTokens } from '@pagedrop/server/auth/access-token.js';
import { ActiveEventBooksDocument, DownloadCouponDocument, LoginDocument } from '@pagedrop/sdk';
import { job, type Job, type LoadJob, type LoadResult } from '#bench/client/jobs.js';
import { prepareRequest } from '#drop/graphql-request.js';
import { readOutcome, readPass } from '#drop/read-claim.js';
import { runClosedLoop } from '#load/closed-loop.js';
import type { Load, LoadRequest } from '#load/load.js';
import { evenly, runOpenLoop } from '#load/open-loop.js';
import { answerJobs } from '#load/own-process.js';
import type { Answer } from '#load/response-reader.js';

interface Reader {
  readonly id: string;
  readonly token: string;
}

/** How much of a strange answer is worth showing. */
const SHOWN = 300;
let readers: readonly Reader[] = [];

answerJobs((given) => work(job.parse(given)));

async function work(asked: Job): Promise<LoadResult | true> {
  switch (asked.kind) {
    case 'readers':
      readers = signedIn(asked.ids, asked.jwtSecret);
      return true;
    case 'claims':
      return claim(asked);
    case 'events':
      return readEvents(asked);
    case 'logins':
      return logIn(asked);
  }
}

function signedIn(ids: readonly string[], jwtSecret: string): Reader[] {
  const tokens = createAccessTokens(jwtSecret);
  return ids.map((id) => {
    const viewer = { userId: id, sessionId: crypto.randomUUID(), role: 'READER' } as const;
    return { id, token: tokens.sign(viewer).accessToken };
  });
}

async function claim(asked: Extract<Job, { kind: 'claims' }>): Promise<LoadResult> {
  const { from, count, again, couponNumber } = asked;
  const target = new URL(asked.address);
  const prepared = prepareRequest(target, DownloadCouponDocument, { couponNumber });
  const told: LoadResult['told'] = [];
  const strange = firstStrange();
  let index = 0;
  const next = () => {
    if (index === count && !again) return undefined;
    const reader = readers[from + (index % count)];
    index += 1;
    return reader && { bytes: prepared.withToken(reader.token), reader };
  };
  const classify = (answer: Answer, { reader }: { reader: Reader }) => {
    const outcome = readOutcome(answer);
    if (outcome === 'UserCoupon') {
      const pass = readPass(answer);
      if (pass) told.push({ userId: reader.id, sequence: pass.sequence, code: pass.code });
    } else if (outcome === 'error') {
      strange.keep(answer);
    }
    return outcome;
  };
  const recording = await run(asked, { target, connections: asked.connections, next, classify });
  return { recording, told, ...strange.found() };
}

async function readEvents(asked: Extract<Job, { kind: 'events' }>): Promise<LoadResult> {
  const target = new URL(asked.address);
  const request = { bytes: prepareRequest(target, ActiveEventBooksDocument, {}).anonymous };
  const strange = firstStrange();
  const classify = (answer: Answer) => {
    if (answer.status === 200 && answer.body.includes('"activeEventBooks":[{')) return 'ok';
    strange.keep(answer);
    return 'error';
  };
  const recording = await run(asked, { target, connections: asked.connections, next: () => request, classify });
  return { recording, told: [], ...strange.found() };
}

async function logIn(asked: Extract<Job, { kind: 'logins' }>): Promise<LoadResult> {
  const target = new URL(asked.address);
  const { usernames, password } = asked;
  let index = 0;
  const next = () => {
    const username = usernames[index % usernames.length] ?? '';
    const { anonymous } = prepareRequest(target, LoginDocument, { username, password });
    // Many readers at home, not one who guesses: the limits must let them through to the hashing.
    const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
    index += 1;
    return { bytes: anonymous.replace('\r\n', `\r\nx-forwarded-for: ${address}\r\n`) };
  };
  const classify = ({ body }: Answer) => (body.includes('"accessToken":"') ? 'logged in' : 'turned away');
  return { recording: await run(asked, { target, connections: asked.connections, next, classify }), told: [] };
}

function run<R extends LoadRequest>({ seconds, rate }: LoadJob, load: Load<R>) {
  const endsAt = performance.now() + seconds * 1000;
  const next = () => (performance.now() < endsAt ? load.next() : undefined);
  return rate === undefined ? runClosedLoop({ ...load, next }) : runOpenLoop({ ...load, next, dueMs: evenly(rate) });
}

function firstStrange() {
  let first: string | undefined;
  return {
    keep({ status, body }: Answer) {
      first ??= `${status} ${body.toString('utf8', 0, SHOWN)}`;
    },
    found: () => (first === undefined ? {} : { strangeAnswer: first }),
  };
}
