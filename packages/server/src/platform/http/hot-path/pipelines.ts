import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** No browser sends a second request on a connection before the first is answered; a client that is in a hurry may send a few. */
const AT_ONCE_MAX = 16;

/** How many requests of each connection are being answered: HTTP/1.1 (RFC 9112, 9.3.2) lets a client send on without waiting. */
export class Pipelines {
  readonly #requests = new WeakMap<Duplex, number>();

  /** Ends the connection and gives false when it has sent more than one client may have answered at once. */
  enter({ socket }: IncomingMessage, response: ServerResponse): boolean {
    const requests = this.#requests.get(socket) ?? 0;
    if (requests >= AT_ONCE_MAX) {
      socket.destroy();
      return false;
    }
    this.#requests.set(socket, requests + 1);
    response.once('close', () => this.#requests.set(socket, (this.#requests.get(socket) ?? 1) - 1));
    return true;
  }
}
