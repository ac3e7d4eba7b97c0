import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshCookie } from '#auth/auth-context.js';

const NAME = 'pagedrop_refresh';

/**
 * No script can read it (httpOnly), no other site can send it (SameSite=Strict), and it goes to the API alone.
 * Secure wherever the reader came by https; over plain http browsers would not store it.
 */
export function refreshCookieOf(request: FastifyRequest, reply: FastifyReply): RefreshCookie {
  const attributes = {
    path: '/graphql',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  return {
    read: () => request.cookies[NAME],
    write: (token, expires) => void reply.setCookie(NAME, token, { ...attributes, expires }),
    clear: () => void reply.clearCookie(NAME, attributes),
  };
}
