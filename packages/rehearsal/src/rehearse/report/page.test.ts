import { describe, expect, it } from 'vitest';
import { castReaders } from '#rehearse/crowd/reader.js';
import { Tally } from '#rehearse/crowd/tally.js';
import { findingsOf, type Seen } from '#rehearse/findings/findings.js';
import { readOptions } from '#rehearse/options.js';
import { page } from '#rehearse/report/page.js';
import { summarise } from '#rehearse/report/summarise.js';

const BIG = 3000;

/** What a small drop looks like: the first get a pass each after 20 ms, the others a refusal after 5. */
function seen({ readers, passes }: { readers: number; passes: number }): Seen {
  const options = readOptions(['--readers', String(readers), '--passes', String(passes)], {});
  if (options === 'help') throw new Error('no options');
  const made = Array.from({ length: readers }, (_, index) => ({ id: `reader-${index}`, accessToken: '' }));
  const tally = new Tally();
  const crowd = castReaders(made, { withinMs: 0, early: 0, doubleTap: 0 });
  crowd.forEach((reader, index) => {
    const won = index < passes;
    reader.arrivalMs = reader.tapMs = index;
    reader.answeredMs = index + (won ? 20 : 5);
    if (won) reader.passes.push({ sequence: index + 1, code: `CODE-${index + 1}` });
    else reader.refusals.push('CouponSoldOut');
    tally.count(won ? 'issued' : 'refused', reader.answeredMs);
  });
  const held = crowd
    .slice(0, passes)
    .map(({ id }, index) => ({ readerId: id, sequence: index + 1, code: `CODE-${index + 1}` }));
  const checks = [{ rule: 'sequences are 1…issuedQuantity without a gap', breaches: [] }];
  const verdict = { totalQuantity: passes, issuedQuantity: passes, checks };
  return {
    options,
    readers: crowd,
    tally,
    held,
    verdict,
    clockUncertainMs: 0.4,
    client: { cpuShare: 0.25, lateMs: 3 },
  };
}

/** The text of the page as a person reads it. */
const textOf = (html: string) =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the result page', () => {
  it('says what was found, in words and numbers that agree with each other', () => {
    const text = textOf(page(findingsOf(seen({ readers: 50, passes: 10 }))));
    expect(text).toContain('It held: exactly 10 passes, one per reader, none lost.');
    expect(text).toContain('50 readers came for 10 passes within 3 s of the opening.');
    expect(text).toContain('Sold out after 29 ms'); // the tenth came after 9 ms and waited 20
    expect(text).toContain('Passes per second 345');
    expect(text).toMatch(/p50 20 ms .*p95 20 ms .*p99 20 ms .*p50 5\.0 ms/);
    expect(text).toContain('rank correlation 1.0000');
    expect(text).toContain('Nobody was overtaken by somebody who came more than 100 ms later.');
    expect(text).toMatch(/were told that all are gone 40 .*got a pass 10/);
    expect(text).toContain('Of one core the readers took 25 % after the opening');
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });

  it('leads with what is wrong, and escapes what comes from elsewhere', () => {
    const good = seen({ readers: 50, passes: 10 });
    const [check] = good.verdict.checks;
    const breaches = ['coupon <b>X</b>: 9 passes numbered 1 to 10'];
    const broken = findingsOf({
      ...good,
      held: good.held.slice(1),
      verdict: { ...good.verdict, checks: [{ rule: check?.rule ?? '', breaches }] },
    });
    const html = page(broken);
    expect(html).toContain('<h1>It did not hold.</h1>');
    expect(html).not.toContain('<b>X</b>');
    expect(textOf(html)).toMatch(
      /It did not hold\. Passes told of and not in the database as told: 1\. Passes left while readers were told .*all gone.*: 1\. Broken in the database: sequences are/,
    );
    expect(summarise(broken)).toMatch(/^It did not hold\.\nPasses told of/);
  });

  it.each([
    ['one winner', { readers: 1, passes: 1 }],
    ['nobody refused', { readers: 5, passes: 5 }],
    ['more winners than dots', { readers: 2 * BIG, passes: BIG }],
  ])('is whole with %s', (_what, drop) => {
    const html = page(findingsOf(seen(drop)));
    expect(html).not.toMatch(/undefined|NaN|Infinity/);
    expect(html.length).toBeLessThan(150_000);
  });

  it('says so when passes are left', () => {
    const none = seen({ readers: 20, passes: 10 });
    const readers = none.readers.map((reader) => ({ ...reader, passes: [], refusals: ['CouponPaused'] }));
    const found = findingsOf({ ...none, readers, held: [] });
    expect(found).toMatchObject({ clean: false, soldOutMs: undefined, accounts: { errors: 20 } });
    expect(textOf(page(found))).toMatch(/Readers who met an error: 20\. .*Issued, not sold out 0 .*paused 20/);
    expect(summarise(found)).toContain('Not sold out: 0 of 10 issued.');
  });
});
