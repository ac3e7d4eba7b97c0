import { describe, expect, it } from 'vitest';
import { ResponseReader } from '#load/response-reader.js';

/** Feeds the bytes in pieces of `size` and gives what came out. */
function read(text: string, size = text.length) {
  const reader = new ResponseReader();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    const answer = reader.push(bytes.subarray(at, at + size));
    if (answer) return { ...answer, body: answer.body.toString(), rest: bytes.length - at - size };
  }
  return undefined;
}

const PLAIN = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\nA;x=y\r\n, everyone\r\n0\r\n\r\n';

describe('ResponseReader', () => {
  it.each([
    ['a plain answer', PLAIN, 'hello'],
    ['a chunked answer', CHUNKED, 'hello, everyone'],
    ['an empty answer', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
  ])('reads %s, whole or byte by byte', (_name, text, body) => {
    expect(read(text)?.body).toBe(body);
    expect(read(text, 1)).toMatchObject({ body, rest: 0 });
  });

  it('knows when the server closes', () => {
    expect(read(PLAIN)?.closes).toBe(false);
    expect(read(PLAIN.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))?.closes).toBe(true);
  });

  it('reads one answer after the other', () => {
    const reader = new ResponseReader();
    expect(reader.push(Buffer.from(PLAIN))?.status).toBe(200);
    expect(reader.push(Buffer.from(PLAIN.replace('200', '503')))?.status).toBe(503);
  });

  it.each([
    ['more than one answer', PLAIN + PLAIN, 'more bytes'],
    ['no length at all', 'HTTP/1.1 200 OK\r\n\r\nhello', 'where it ends'],
    ['something else', 'SSH-2.0-OpenSSH\r\n\r\n', 'not HTTP'],
    ['a broken chunk', CHUNKED.replace('5\r\n', 'x\r\n'), 'without a size'],
    ['100 Continue', 'HTTP/1.1 100 Continue\r\ncontent-length: 0\r\n\r\n', 'status 100'],
  ])('refuses %s', (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
