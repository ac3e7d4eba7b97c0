import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** No browser sends a second request on a connection before the first is answered (RFC 9112, 9.3.2 allows it); a hurried client a few. */
const AT_ONCE_MAX = 16;

interface Use {
  underWay: number;
  /** When the last answer was sent. */
  idleSince: number;
}

/**
 * What each connection is doing. One that asks on and on without waiting for answers is ended, or a single client
 * could queue thousands of requests before everybody else's.
 */
export class ConnectionUses {
  readonly #uses = new Map<Socket, Use>();

  constructor(server: Server) {
    server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      const use = this.#useOf(socket);
      use.underWay += 1;
      if (use.underWay > AT_ONCE_MAX) socket.destroy();
      response.on('close', () => {
        use.underWay -= 1;
        use.idleSince = performance.now();
      });
    });
  }

  /** Ends those that have been answered and have asked nothing since, for longer than this. */
  endIdle(longerThanMs: number): void {
    const latest = performance.now() - longerThanMs;
    for (const [socket, { underWay, idleSince }] of this.#uses) {
      if (underWay === 0 && idleSince < latest) socket.destroy();
    }
  }

  #useOf(socket: Socket): Use {
    const known = this.#uses.get(socket);
    if (known) return known;
    const use = { underWay: 0, idleSince: 0 };
    this.#uses.set(socket, use);
    socket.once('close', () => this.#uses.delete(socket));
    return use;
  }
}
