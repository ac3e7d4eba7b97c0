import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthContext } from '#auth/auth-context.js';
import { identifyViewer } from '#auth/identify-viewer.js';
import { refreshCookieOf } from '#auth/refresh-cookie.js';
import { assertRole, readStaffMember } from '#auth/staff-member.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import type { Services } from '#services.js';

/** What resolvers and commands get: the server's services, and who asks from where. */
export type RequestContext = CouponsContext & AuthContext;

export function createContext(services: Services, request: FastifyRequest, reply: FastifyReply): RequestContext {
  return {
    ...createHotContext(services, request.raw),
    address: request.ip,
    refreshCookie: refreshCookieOf(request, reply),
  };
}

/** What the resolvers of hot fields get: the same without cookie and address. */
export function createHotContext(
  services: Services,
  { headers }: Pick<IncomingMessage, 'headers'>,
): CouponsContext & Services {
  const { accessTokens, revokedSessions } = services;
  let viewer: ReturnType<CouponsContext['viewer']> | undefined;
  let member: ReturnType<typeof readStaffMember> | undefined;
  const asks = {
    database: services.database,
    viewer: () => (viewer ??= identifyViewer(headers.authorization, accessTokens, revokedSessions)),
  };
  return {
    ...services,
    ...asks,
    requireRole: async (roles) => assertRole(await (member ??= readStaffMember(asks)), roles),
  };
}
