import { createServer, type ServerResponse } from 'node:http';
import { createAccessTokens } from '@pagedrop/server/auth/access-token.js';

/** A setting that whoever started us has given. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

/** Answers with `answer` to a body and the reader whose token came with it, and to nobody else. */
export function servePlainly(answer: (body: Buffer, userId: string | undefined) => string | Promise<string>): void {
  const tokens = createAccessTokens(setting('JWT_SECRET'));
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const token = request.headers.authorization?.slice('Bearer '.length);
      void reply(response, Buffer.concat(pieces), token === undefined ? undefined : tokens.verify(token)?.userId);
    });
  });
  const reply = async (response: ServerResponse, body: Buffer, userId: string | undefined) => {
    try {
      const said = answer(body, userId);
      end(response, 200, typeof said === 'string' ? said : await said); // no turn of the loop for what is at hand
    } catch (error) {
      end(response, 500, JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  };
  server.listen(0, '127.0.0.1', 1024, () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') {
      console.log(`is open: http://127.0.0.1:${address.port}`);
    }
  });
  process.on('SIGTERM', () => process.exit());
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** The answer to `downloadCoupon`. */
export function claimAnswer(type: string, fields: object): string {
  return JSON.stringify({ data: { downloadCoupon: { __typename: type, ...fields } } });
}

export const SOLD_OUT = claimAnswer('CouponSoldOut', { message: 'All passes of this coupon are gone.' });
