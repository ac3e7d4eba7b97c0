import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, type Role } from '#auth/role.js';
import { errorCatalogue } from '#platform/errors.js';
import { createSchema } from '#schema.js';
import { rootFields, type RootField } from '#testing/root-fields.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

/** What readers, logged in or not, may ask for. It is written down here and not only in the table, which a test writes. */
const READER_SIDE = [
  'Query.activeEventBooks',
  'Query.me',
  'Query.myCoupons',
  'Query.serverTime',
  'Mutation.downloadCoupon',
  'Mutation.login',
  'Mutation.logout',
  'Mutation.refreshSession',
  'Mutation.register',
  'Mutation.useCoupon',
];

type Who = 'anonymous' | Role;
const everybody: readonly Who[] = ['anonymous', ...roles];

let server: TestServer;
let schema: GraphQLSchema;
let matrix: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  server = await startTestServer();
  schema = await createSchema();
  const tokens = new Map<Who, string>();
  for (const role of roles) tokens.set(role, await staffToken(server, role));
  const asked = rootFields(schema).map(async (field) => {
    const verdicts = await Promise.all(everybody.map((who) => mayCall(field, tokens.get(who))));
    return [field.name, verdicts] as const;
  });
  matrix = new Map(await Promise.all(asked));
});
afterAll(() => server.close());

/** Whether the guard lets a request through; what the command behind it then says of its made-up input is all one. */
async function mayCall({ document }: RootField, token: string | undefined): Promise<string> {
  const { errors } = await server.graphql(document, token === undefined ? {} : { token });
  const [error] = errors ?? [];
  if (error?.extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED') throw new Error(`${document}: ${error.message}`);
  if (error?.message === errorCatalogue.UNAUTHENTICATED) return 'log in';
  return error?.message === errorCatalogue.FORBIDDEN ? 'no' : 'yes';
}

function asTable(): string {
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(36)}${cells.map((cell) => cell.padEnd(11)).join('')}`.trimEnd();
  return `${[line('', everybody), ...[...matrix].map(([name, verdicts]) => line(name, verdicts))].join('\n')}\n`;
}

test('who may call what is as the table says; a field that is not in it fails here', async () => {
  await expect(asTable()).toMatchFileSnapshot('role-matrix.txt');
});

test('readers may call the reader side and nothing else', () => {
  const open = [...matrix].filter(([, [anonymous, reader]]) => anonymous === 'yes' || reader === 'yes');
  expect(open.map(([name]) => name)).toEqual(READER_SIDE);
});

test('nobody may do less than whoever stands below him', () => {
  const stepsBack = [...matrix].filter(([, verdicts]) =>
    verdicts.slice(verdicts.indexOf('yes')).some((verdict) => verdict !== 'yes'),
  );
  expect(stepsBack.map(([name]) => name)).toEqual([]);
});
