import { expect, test } from 'vitest';
import { LINES_MAX } from '#admin/imports/import-limits.js';
import { readCsv } from '#admin/imports/read-csv.js';

const HEADER = 'title,author,description\n';
const tooMany = { extensions: { reason: 'TOO_MANY' }, message: expect.stringContaining('20,000') };

test('as many lines as are allowed are read, with line breaks in cells and empty rows between them', async () => {
  const lines = await readCsv(HEADER + '무정,이광수,"한 줄\n두 줄 👋"\n\n,,\n'.repeat(LINES_MAX));
  expect(lines).toHaveLength(LINES_MAX);
  expect(lines.at(-1)).toMatchObject({
    line: LINES_MAX * 4 - 1,
    label: '무정',
    facts: { description: '한 줄\n두 줄 👋' },
    problems: [],
  });
});

test('one line more is refused', async () => {
  await expect(readCsv(HEADER + '무정,이광수,\n'.repeat(LINES_MAX + 1))).rejects.toMatchObject(tooMany);
});

test('what stands after the last line that is allowed is not looked at', async () => {
  const rest = `${'a,b,\n'.repeat(100_000)}"no end`;
  await expect(readCsv(HEADER + '무정,이광수,\n'.repeat(LINES_MAX + 1) + rest)).rejects.toMatchObject(tooMany);
});

test('others have their turn while a file is read that has nothing but empty rows', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    others = setImmediate(count);
  };
  let others = setImmediate(count);
  const reading = readCsv(HEADER + ',,\n'.repeat(500_000)).finally(() => clearImmediate(others));
  await expect(reading).rejects.toMatchObject({ extensions: { reason: 'EMPTY' } });
  expect(turns).toBeGreaterThan(10);
});
