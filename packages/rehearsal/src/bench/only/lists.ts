import { createAccessTokens } from '@pagedrop/server/auth/access-token.js';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { makeStaffData, type StaffData } from '#bench/database/staff-data.js';
import type { Flags } from '#bench/flags.js';
import { staffQuestions, type Question } from '#bench/only/staff-questions.js';
import type { OnlyResult } from '#bench/only/only.js';
import { takeSeat } from '#bench/seat.js';
import { sizesOf } from '#bench/sizes.js';
import { groupCommit } from '#bench/variants/this-server.js';
import { withBench, type Surroundings } from '#bench/with-bench.js';
import { formatNumber, formatSpread } from '#report/format.js';
import { spreadOf } from '#statistics/spread.js';

const FULL: StaffData = { books: 10_000, coupons: 1000, passes: 1_000_000, readers: 200_000, auditEntries: 100_000 };
const QUICK: StaffData = { books: 40, coupons: 20, passes: 1000, readers: 200, auditEntries: 100 };
/** Milliseconds that somebody of the staff waits without noticing. */
const PATIENCE_MS = 300;
const TIMES_PER_ROUND = 5;

interface Measured {
  readonly question: Question;
  readonly milliseconds: number[];
}

/** How long does somebody of the staff wait for a list, when there is very much to look through? */
export async function measureLists(flags: Flags, surroundings: Surroundings): Promise<OnlyResult> {
  const size = flags.quick ? QUICK : FULL;
  return withBench(sizesOf(flags), { readers: 1 }, surroundings, async (bench) => {
    const seat = await takeSeat(bench, groupCommit);
    try {
      surroundings.progress(`making ${formatNumber(size.passes)} passes and ${formatNumber(size.books)} books`);
      const { adminId, ...known } = await makeStaffData(seat.database, size);
      const token = () =>
        createAccessTokens(bench.jwtSecret).sign({ userId: adminId, sessionId: randomUUID(), role: 'ADMIN' })
          .accessToken;
      const measured = staffQuestions(known).map((question): Measured => ({ question, milliseconds: [] }));
      for (let round = 0; round <= flags.rounds; round += 1) {
        for (const { question, milliseconds } of measured) {
          bench.told.throwIfAborted();
          surroundings.progress(`round ${round} of ${flags.rounds}: ${question.title}`);
          for (let time = 0; time < TIMES_PER_ROUND; time += 1) {
            const took = await ask(seat.running.address, token(), question);
            if (round > 0) milliseconds.push(took); // the first one warms everything up
          }
        }
      }
      return resultOf(measured, size);
    } finally {
      await seat.close();
    }
  });
}

const answer = z.object({ data: z.record(z.string(), z.object({ edges: z.array(z.unknown()) })) });

/** From the request to the last byte of the answer, over loopback, in milliseconds. @throws Error when it isn't one. */
async function ask(
  address: string,
  token: string,
  { title, query, variables, expectsRows }: Question,
): Promise<number> {
  const began = performance.now();
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const took = performance.now() - began;
  const { data } = answer.safeParse(JSON.parse(text));
  const rows = data && Object.values(data.data).flatMap(({ edges }) => edges).length;
  if (rows === undefined || (expectsRows && rows === 0)) throw new Error(`${title}: ${text.slice(0, 400)}`);
  return took;
}

function resultOf(measured: readonly Measured[], size: StaffData): OnlyResult {
  const slowest = measured.map(({ milliseconds }) => spreadOf(milliseconds)?.median ?? 0);
  const worst = measured.flatMap(({ milliseconds }) => milliseconds);
  return {
    how:
      `${formatNumber(size.passes)} passes of ${formatNumber(size.coupons)} coupons, ${formatNumber(size.books)} books, ` +
      `${formatNumber(size.readers)} readers, ${formatNumber(size.auditEntries)} entries in the log. Each page has 25 rows and its count; ` +
      'the time is that of the whole answer over loopback, one question at a time.',
    table: {
      title: 'What somebody of the staff waits for a list',
      columns: ['list', 'ms'],
      rows: measured.map(({ question, milliseconds }) => [question.title, formatSpread(spreadOf(milliseconds))]),
    },
    goals: [
      {
        title: 'the slowest list by its median, ms',
        atLeast: PATIENCE_MS,
        aim: 100,
        wanted: 'less',
        reached: spreadOf([Math.max(...slowest)]),
      },
      {
        title: 'the slowest answer of all, ms',
        atLeast: PATIENCE_MS,
        aim: 100,
        wanted: 'less',
        reached: spreadOf([Math.max(...worst)]),
      },
    ],
  };
}
