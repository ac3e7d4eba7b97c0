/** A whole HTTP answer. The body's bytes are valid until the next answer on the connection is read. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface ReadAnswer extends Answer {
  /** Whether the server closes the connection after it. */
  readonly closes: boolean;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const EMPTY = Buffer.alloc(0);
const HEAD_MAX = 64 * 1024;

interface Head {
  readonly status: number;
  readonly closes: boolean;
  /** Undefined: chunked. */
  readonly length: number | undefined;
  readonly bodyAt: number;
}

/**
 * Reads HTTP/1.1 answers (RFC 9112) off one connection, one at a time: just enough of them to drive a server, and
 * cheap when an answer comes in one piece, which is nearly always.
 */
export class ResponseReader {
  #bytes: Buffer = EMPTY;
  #head: Head | undefined;

  /**
   * The answer, once its last byte is here; undefined while some is missing.
   * @throws Error when this is not an answer that ends where it says; the connection is of no use then
   */
  push(chunk: Buffer): ReadAnswer | undefined {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#head ??= readHead(this.#bytes);
    if (!this.#head) return undefined;
    const { status, closes, length, bodyAt } = this.#head;
    if (status < 200) throw new Error(`an answer with status ${status}, which nobody asked for`);

    const whole = length === undefined ? readChunks(this.#bytes, bodyAt) : this.#plainBody(bodyAt, length);
    if (!whole) return undefined;
    if (whole.endsAt !== this.#bytes.length) throw new Error('more bytes than one answer has');
    this.#bytes = EMPTY;
    this.#head = undefined;
    return { status, closes, body: whole.body };
  }

  #plainBody(bodyAt: number, length: number): { body: Buffer; endsAt: number } | undefined {
    const endsAt = bodyAt + length;
    return this.#bytes.length < endsAt ? undefined : { body: this.#bytes.subarray(bodyAt, endsAt), endsAt };
  }
}

function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) {
    if (bytes.length > HEAD_MAX) throw new Error('a head without an end');
    return undefined;
  }
  const text = bytes.toString('latin1', 0, end + 2);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  if (!status) throw new Error('an answer that is not HTTP/1.1');
  const chunked = /\r\ntransfer-encoding: *chunked\r/i.test(text);
  const length = /\r\ncontent-length: *(\d+) *\r/i.exec(text)?.[1];
  const bodiless = status === 204 || status === 304;
  if (!chunked && length === undefined && !bodiless) throw new Error('an answer that does not say where it ends');
  return {
    status,
    closes: /\r\nconnection: *close\r/i.test(text),
    length: chunked ? undefined : Number(length ?? 0),
    bodyAt: end + 4,
  };
}

/** Puts the pieces of a chunked body together (RFC 9112, 7.1); undefined while some are missing. */
function readChunks(bytes: Buffer, bodyAt: number): { body: Buffer; endsAt: number } | undefined {
  const pieces: Buffer[] = [];
  for (let at = bodyAt; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) throw new Error('a chunk without a size');
    const from = lineEnd + 2;
    if (bytes.length < from + size + 2) return undefined;
    if (bytes.toString('latin1', from + size, from + size + 2) !== '\r\n')
      throw new Error('a chunk or trailer we do not read');
    at = from + size + 2;
    if (size === 0) return { body: Buffer.concat(pieces), endsAt: at };
    pieces.push(bytes.subarray(from, from + size));
  }
}
