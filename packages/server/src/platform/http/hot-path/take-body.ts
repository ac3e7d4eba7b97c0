import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

const taken = new WeakMap<IncomingMessage, Buffer>();

/** Reads a body of a known length; `done` is not called when the client goes away in the middle. */
export function takeBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  let first: Buffer | undefined;
  let parts: Buffer[] | undefined;
  request.on('data', (part: Buffer) => {
    if (first === undefined) first = part;
    else (parts ??= [first]).push(part);
  });
  request.on('end', () => done(parts ? Buffer.concat(parts) : (first ?? Buffer.alloc(0))));
}

/** Keeps a body that was taken for whoever answers after all. */
export function keepBody(request: IncomingMessage, body: Buffer): void {
  taken.set(request, body);
}

/** The kept body as a stream again; undefined when nobody has taken it. */
export function keptBody(request: IncomingMessage): Readable | undefined {
  const body = taken.get(request);
  return body && Readable.from([body]);
}
