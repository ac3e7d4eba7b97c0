import type { FastifyInstance } from 'fastify';
import { sqlState as errorCode } from '#platform/sql-state.js';
import { StartupError } from '#platform/startup-error.js';

/** Opens the port and gives the address to print. @throws StartupError when the port cannot be had. */
export async function listen(http: FastifyInstance, { port, host }: { port: number; host: string }): Promise<string> {
  try {
    const address = await http.listen({ port, host });
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
