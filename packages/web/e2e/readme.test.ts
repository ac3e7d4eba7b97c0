import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

const README = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');

function example(name: string): string {
  const [, code] = new RegExp(`<!-- ${name} -->\\s*\`\`\`\\w+\\n(.*?)\`\`\``, 's').exec(README) ?? [];
  if (code === undefined) throw new Error(`README.md has no ${name}`);
  return code;
}

/** One operation of the example, pasted whole, as the playground sends it. */
async function run(operationName: string, token = ''): Promise<unknown> {
  const response = await fetch(`${inject('address')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: example('api-example'), operationName }),
  });
  return response.json();
}

test("the README's GraphQL works when pasted", async () => {
  const registered = JSON.stringify(await run('Register'));
  const [, token = ''] = /"accessToken":"([^"]+)"/.exec(registered) ?? [];
  expect(await run('Event')).toMatchObject({ data: { activeEventBooks: expect.arrayContaining([expect.anything()]) } });
  expect(await run('Take', token)).toMatchObject({ data: { downloadCoupon: { __typename: 'UserCoupon' } } });
  expect(await run('Mine', token)).toMatchObject({ data: { myCoupons: [{ coupon: { number: 'MUJEONG-1000' } }] } });
});

test("the README's SDK example runs and gets a pass", async () => {
  const file = path.join(import.meta.dirname, `readme-example-${process.pid}.mts`);
  writeFileSync(file, example('sdk-example').replace('http://localhost:4000', inject('address')));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout).toContain('무정');
    expect(stdout).toMatch(/Yours: [0-9A-Z-]{19}, no\. \d+/);
  } finally {
    rmSync(file);
  }
});
