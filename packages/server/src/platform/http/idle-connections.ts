import type { Server } from 'node:http';
import type { Socket } from 'node:net';

interface Use {
  underWay: number;
  /** When the last answer was sent. */
  idleSince: number;
}

/** The kept connections of a server that have been answered and have asked nothing since. */
export class IdleConnections {
  readonly #uses = new Map<Socket, Use>();

  constructor(server: Server) {
    server.on('request', ({ socket }, response) => {
      const use = this.#useOf(socket);
      use.underWay += 1;
      response.once('close', () => {
        use.underWay -= 1;
        use.idleSince = performance.now();
      });
    });
  }

  /** Ends those that have been idle for longer. */
  end(longerThanMs: number): void {
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
