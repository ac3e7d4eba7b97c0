import { describe, expect, it } from 'vitest';
import { readOptions } from '#rehearse/options.js';
import { tokenFor } from '#testing/token.js';

const read = (line: string, env = {}) => readOptions(line === '' ? [] : line.split(' '), env);
const HOUR_S = 3600;

describe('readOptions', () => {
  it('needs nothing: a rehearsal on this machine', () => {
    expect(read('')).toEqual({
      readers: 20_000,
      passes: 1000,
      opensInMs: 10_000,
      withinMs: 3000,
      connections: 256,
      doubleTap: 0.1,
      early: 0.1,
      server: undefined,
      yes: false,
      out: undefined,
    });
  });

  it('reads numbers, times and shares as people write them', () => {
    const line =
      '--readers 5,000 --passes 20 --opens-in 2m --within 500ms --double-tap 2.5% --early 0% --connections 9';
    expect(read(`${line} --out day.html`)).toMatchObject({
      readers: 5000,
      passes: 20,
      opensInMs: 120_000,
      withinMs: 500,
      doubleTap: 0.025,
      early: 0,
      connections: 9,
      out: 'day.html',
    });
    expect(read('--readers 7 --passes 7')).toMatchObject({ connections: 7 });
  });

  it.each([
    ['--readers many', '--readers wants a whole number from 1 to 200,000, not "many".'],
    ['--readers 0', '--readers wants a whole number from 1 to 200,000, not "0".'],
    ['--readers 200001', '--readers wants a whole number from 1 to 200,000, not "200001".'],
    ['--readers 1.5', '--readers wants a whole number from 1 to 200,000, not "1.5".'],
    ['--passes 0', '--passes wants a whole number from 1 to 200,000, not "0".'],
    [
      '--readers 10 --passes 11',
      '--passes 11 is more than --readers 10: they would never sell out. Take more readers.',
    ],
    ['--opens-in 10', '--opens-in wants a time such as 10s, 500ms or 2m, not "10".'],
    ['--opens-in 6m', '--opens-in can be from 1s to 5m, not 6m.'],
    ['--opens-in 1500ms', '--opens-in wants whole seconds.'],
    ['--within soon', '--within wants a time such as 10s, 500ms or 2m, not "soon".'],
    ['--within 2m', '--within can be from 0s to 1m, not 2m.'],
    ['--early 10', '--early wants a share from 0% to 100%, such as 10%, not "10".'],
    ['--double-tap 101%', '--double-tap wants a share from 0% to 100%, such as 10%, not "101%".'],
    ['--connections 0', '--connections wants a whole number from 1 to 10,000, not "0".'],
    ['--out day.pdf', '--out wants a file name that ends in .html, not "day.pdf".'],
    ['--reader 5', 'Unknown option \'--reader\'. "npm run rehearse -- --help" shows what there is.'],
    ['5', 'Unexpected argument \'5\'. "npm run rehearse -- --help" shows what there is.'],
    ['--readers', 'Option \'--readers <value>\' argument missing. "npm run rehearse -- --help" shows what there is.'],
    ['--url pagedrop', '--url wants an address such as https://pagedrop.example, not "pagedrop".'],
    [
      '--url ftp://pagedrop.example',
      '--url wants an address such as https://pagedrop.example, not "ftp://pagedrop.example".',
    ],
    ['--url https://me@pagedrop.example', '--url takes no user name; the staff token says who you are.'],
    [
      '--url http://pagedrop.example --token x',
      'The staff token would travel to pagedrop.example for everybody to read. Use https://.',
    ],
  ])('refuses %s', (line, sentence) => {
    expect(() => read(line)).toThrow(new Error(sentence));
  });
});

describe('the staff token', () => {
  const remote = (token: string, more = '') => read(`--url https://pagedrop.example${more}`, { STAFF_TOKEN: token });

  it('comes from the environment or from the flag, which wins', () => {
    const [given, flag] = [tokenFor(HOUR_S), tokenFor(HOUR_S, 'flag')];
    expect(remote(given)).toMatchObject({ server: { token: given } });
    expect(remote(given, ` --token ${flag}`)).toMatchObject({ server: { token: flag } });
  });

  it('is asked for in words that say where to get one', () => {
    expect(() => read('--url https://pagedrop.example')).toThrow(
      /^--url needs a staff token\. Log in as an OPERATOR .* mutation \{ login\(/,
    );
  });

  it('must last as long as the rehearsal, or nobody could clean up', () => {
    expect(() => remote(tokenFor(-5))).toThrow(/^The staff token has expired\. Log in/);
    expect(() => remote(tokenFor(120))).toThrow(
      /^The staff token is valid for 2\.0 minutes more, and .* may need 4\.5/,
    );
    expect(() => remote('nonsense')).toThrow(/^This is no access token\. Log in/);
  });
});

describe('the address', () => {
  const endpointOf = (url: string) => {
    const options = read(`--url ${url} --token ${tokenFor(HOUR_S)}`);
    return options === 'help' ? undefined : options.server?.endpoint.href;
  };

  it.each([
    ['https://pagedrop.example', 'https://pagedrop.example/graphql'],
    ['https://pagedrop.example/', 'https://pagedrop.example/graphql'],
    ['https://pagedrop.example/graphql', 'https://pagedrop.example/graphql'],
    ['https://pagedrop.example/drops/', 'https://pagedrop.example/drops/graphql'],
    ['http://localhost:4000', 'http://localhost:4000/graphql'],
    ['http://[::1]:4000', 'http://[::1]:4000/graphql'],
  ])('%s is %s', (url, endpoint) => expect(endpointOf(url)).toBe(endpoint));
});
