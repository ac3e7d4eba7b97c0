import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let open: TestServer;
let closed: TestServer;
beforeAll(async () => {
  open = await startTestServer({ introspection: true });
  closed = await startTestServer({ introspection: false, playground: false, database: open.database });
});
afterAll(async () => {
  await closed.close();
  await open.close();
});

/** Posts a body as it stands and reads the only error of the answer. */
async function refusal(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const response = await fetch(`${open.address}/graphql`, { method: 'POST', headers, body });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const { errors }: { errors: { message: string; extensions: { code: string } }[] } = JSON.parse(await response.text());
  const [error] = errors;
  return { status: response.status, message: error?.message, code: error?.extensions.code };
}

describe('a body', () => {
  test('over 100 KB is refused', async () => {
    expect(await refusal(JSON.stringify({ query: 'x'.repeat(100 * 1024) }))).toEqual({
      status: 413,
      message: 'The request is too large: 100 KB at the most.',
      code: 'BAD_REQUEST',
    });
  });

  test.each([
    ['{"query": ', "Body is not valid JSON but content-type is set to 'application/json'"],
    ['', "Body cannot be empty when content-type is set to 'application/json'"],
    ['{}', 'POST body missing, invalid Content-Type, or JSON object has no keys.'],
    ['{"query": 3}', 'GraphQL queries must be strings.'],
    ['[{"query": "{ me { id } }"}, {"query": "{ me { id } }"}]', 'Operation batching disabled.'],
  ])('that is %j is refused', async (body, message) => {
    expect(await refusal(body)).toEqual({ status: 400, message, code: 'BAD_REQUEST' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
    'of the type %s, as another site could send it, is refused',
    async (type) => {
      expect(await refusal('{"query": "{ me { id } }"}', { 'content-type': type })).toEqual({
        status: 415,
        message: 'Send JSON: content-type: application/json.',
        code: 'BAD_REQUEST',
      });
    },
  );
});

describe('a document', () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: me { id }`).join(' ');
  const nested = (times: number) =>
    `{ activeEventBooks { ${'coupons { book { '.repeat(times)}id${' } }'.repeat(times)} } }`;

  test.each([
    [
      'with a mistake in its syntax',
      '{ me { id }',
      'GRAPHQL_PARSE_FAILED',
      /^Syntax Error: Expected Name, found <EOF>/,
    ],
    ['that is empty', '{ }', 'GRAPHQL_PARSE_FAILED', /^Syntax Error/],
    ['of more than 1,000 tokens', `{ me { ${'id '.repeat(1000)} } }`, 'GRAPHQL_PARSE_FAILED', /1000 tokens/],
    ['that nests too deep', nested(4), 'GRAPHQL_VALIDATION_FAILED', /^Query depth limit of 7 exceeded, found \d+\.$/],
    [
      'that asks for a field within itself',
      nested(2),
      'GRAPHQL_VALIDATION_FAILED',
      /^Book\.coupons is asked for within/,
    ],
    [
      'that hides it in fragments',
      '{ activeEventBooks { ...A } } fragment A on Book { coupons { ...B } } fragment B on Coupon { book { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
      /within itself/,
    ],
    [
      'with too many aliases',
      `{ ${aliases(11)} }`,
      'GRAPHQL_VALIDATION_FAILED',
      /^Aliases limit of 10 exceeded, found 11\.$/,
    ],
    ['that asks for what is not there', '{ us { id } }', 'GRAPHQL_VALIDATION_FAILED', /^Cannot query field "us"/],
    [
      'with an argument of another type',
      'mutation { downloadCoupon(couponNumber: 5) { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
      /^String cannot represent/,
    ],
    [
      'of two operations without a name',
      'query A { me { id } } query B { me { id } }',
      'OPERATION_RESOLUTION_FAILURE',
      /^Must provide operation name/,
    ],
  ])('%s is refused with 400 and the place', async (_, query, code, message) => {
    expect(await refusal(JSON.stringify({ query }))).toEqual({
      status: 400,
      message: expect.stringMatching(message),
      code,
    });
  });

  test('may use every limit to the full', async () => {
    const { errors } = await open.graphql(`{ ${aliases(10)} }`);
    expect(errors).toBeUndefined();
  });

  test('may ask for the same field at two places', async () => {
    const { errors } = await open.graphql(
      '{ activeEventBooks { ...A coupons { book { id } } } } fragment A on Book { coupons { id } }',
    );
    expect(errors).toBeUndefined();
  });

  test('may introspect, which describes types by themselves', async () => {
    expect((await open.graphql(getIntrospectionQuery())).errors).toBeUndefined();
  });

  test('with a variable missing says which', async () => {
    const query = 'mutation ($number: String!) { downloadCoupon(couponNumber: $number) { __typename } }';
    expect(await refusal(JSON.stringify({ query }))).toEqual({
      status: 400,
      message: 'Variable "$number" of required type "String!" was not provided.',
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('the schema', () => {
  test('is open to look at, with suggestions, when introspection is on', async () => {
    const { data } = await open.graphql('{ __type(name: "Coupon") { name } }');
    expect(data).toEqual({ __type: { name: 'Coupon' } });
    const { errors } = await open.graphql('{ mi { id } }');
    expect(errors).toMatchObject([{ message: 'Cannot query field "mi" on type "Query". Did you mean "me"?' }]);
  });

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Coupon") { name } }'])(
    'is not told by %s when introspection is off',
    async (query) => {
      const { status, data, errors } = await closed.graphql(query);
      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ message: 'Introspection is off on this server.' }]);
    },
  );

  test('is not told by suggestions either', async () => {
    const { errors } = await closed.graphql('{ mi { id } me { idd } } mutation { registr }');
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });
});
