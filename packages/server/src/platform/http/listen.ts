import type { FastifyInstance } from 'fastify';
import { sqlState as errorCode } from '#platform/sql-state.js';
import { StartupError } from '#platform/startup-error.js';

/**
 * Connections that the kernel has made and we have not taken yet. A drop's readers come within one second; whom this
 * queue cannot hold tries again after 1, 3, 7 s. Linux cuts it to `net.core.somaxconn` (4096); Node's default is 511.
 */
const BACKLOG = 16_384;

/** Opens the port and gives the address to print. @throws StartupError when the port cannot be had. */
export async function listen(http: FastifyInstance, { port, host }: { port: number; host: string }): Promise<string> {
  try {
    const address = await http.listen({ port, host, backlog: BACKLOG });
    return address.replace('//127.0.0.1:', '//localhost:').replace('//[::1]:', '//localhost:');
  } catch (error) {
    throw new StartupError(explain(errorCode(error), port, host), { cause: error });
  }
}

function explain(code: string | undefined, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`;
    case 'EACCES':
      return `PORT ${port} may not be opened by this user. Take one above 1023, for example PORT=4000.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is no address of this machine. Take 127.0.0.1 for this machine only, or 0.0.0.0 for all.`;
    default:
      return `Cannot listen on ${host}:${port} (${code ?? 'unknown reason'}).`;
  }
}
