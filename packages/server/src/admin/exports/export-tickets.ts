import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

/** How long a download may wait to be begun, in seconds. */
const TICKET_SECONDS = 60;

const ISSUER = 'pagedrop';
/** Its own: no ticket is an access token, and no access token a ticket. */
const AUDIENCE = 'pagedrop:export';

/** Who may download what: the address of a download carries it, because a browser's own download has no header. */
export interface ExportTicket {
  /** Of the ticket, and of the entry in the log that its use leaves. */
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string;
  /** The list's name. */
  readonly list: string;
  /** As JSON has it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

export interface ExportTickets {
  sign(ticket: Omit<ExportTicket, 'id'>): { ticket: string; expiresAt: Date };
  /** Undefined when it is malformed, too old, or not signed by us for this. Whether it was used, the log says. */
  verify(ticket: string): ExportTicket | undefined;
}

const claims = z.object({
  jti: z.uuid(),
  sub: z.uuid(),
  sid: z.uuid(),
  list: z.string(),
  filter: z.record(z.string(), z.unknown()),
});

/** JSON Web Tokens as access tokens are, HS256 alone, with an audience of their own. */
export function createExportTickets(secret: string): ExportTickets {
  const key = createSecretKey(Buffer.from(secret));
  return {
    sign({ userId, sessionId, list, filter }) {
      const ticket = jwt.sign({ sid: sessionId, list, filter }, key, {
        algorithm: 'HS256',
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: userId,
        jwtid: uuid(),
        expiresIn: TICKET_SECONDS,
      });
      return { ticket, expiresAt: new Date(Date.now() + TICKET_SECONDS * 1000) };
    },
    verify(ticket) {
      try {
        const payload = jwt.verify(ticket, key, { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE });
        const { data } = claims.safeParse(payload);
        return data && { id: data.jti, userId: data.sub, sessionId: data.sid, list: data.list, filter: data.filter };
      } catch {
        return undefined;
      }
    },
  };
}
