import { Refusal } from '#rehearse/refusal.js';

/** A server that runs already, and the token by which it knows staff. */
export interface RemoteServer {
  readonly endpoint: URL;
  readonly token: string;
}

interface Given {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly readers: number;
  readonly opensInMs: number;
}

const HOW_TO_GET_A_TOKEN =
  'Log in as an OPERATOR or ADMIN, in the playground or with any GraphQL client: ' +
  'mutation { login(username: "…", password: "…") { accessToken } }. Then: STAFF_TOKEN=… npm run rehearse -- --url …';

/** For the drop itself, whatever comes: waiting for the last answers, comparing, deleting. */
const AFTER_THE_OPENING_S = 240;
/** Readers that a busy server makes in a second. */
const MADE_PER_S = 1000;

/** @throws Refusal when the address or the token will not do */
export function readServer({ url, token, readers, opensInMs }: Given): RemoteServer | undefined {
  if (url === undefined) return undefined;
  const endpoint = readEndpoint(url);
  if (token === undefined || token === '') throw new Refusal(`--url needs a staff token. ${HOW_TO_GET_A_TOKEN}`);
  const needs = Math.ceil(readers / MADE_PER_S + opensInMs / 1000 + AFTER_THE_OPENING_S);
  const left = secondsLeft(token);
  if (left < needs) {
    const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} minutes`;
    throw new Refusal(
      `The staff token ${left > 0 ? `is valid for ${minutes(left)} more, and this rehearsal may need ${minutes(needs)}` : 'has expired'}. ${HOW_TO_GET_A_TOKEN}`,
    );
  }
  return { endpoint, token };
}

function readEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Refusal(`--url wants an address such as https://pagedrop.example, not "${text}".`);
  }
  if (url.username !== '') throw new Refusal('--url takes no user name; the staff token says who you are.');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Refusal(`The staff token would travel to ${url.host} for everybody to read. Use https://.`);
  }
  const folder = url.pathname.replace(/\/?(graphql\/?)?$/, '');
  return new URL(`${folder}/graphql`, url.origin);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * How long a token is valid, in seconds, as it says itself: the server decides, but a rehearsal whose token expires in
 * the middle could not clean up after itself.
 */
function secondsLeft(token: string): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number') {
      return claims.exp - Date.now() / 1000;
    }
  } catch {
    // said below
  }
  throw new Refusal(`This is no access token. ${HOW_TO_GET_A_TOKEN}`);
}
