import type { FastifyReply, FastifyRequest } from 'fastify';
import { identifyViewer } from '#auth/identify-viewer.js';
import { refreshCookieOf } from '#auth/refresh-cookie.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import type { Services } from '#services.js';

/** What resolvers and commands get: the server's services, and who asks from where. */
export type RequestContext = CouponsContext;

export function createContext(services: Services, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const { accessTokens, revokedSessions } = services;
  let viewer: ReturnType<RequestContext['viewer']> | undefined;
  return {
    ...services,
    address: request.ip,
    refreshCookie: refreshCookieOf(request, reply),
    viewer: () => (viewer ??= identifyViewer(request.headers.authorization, accessTokens, revokedSessions)),
  };
}
