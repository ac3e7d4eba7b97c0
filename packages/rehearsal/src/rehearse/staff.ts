import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { PagedropError, request, type Transport } from '@pagedrop/sdk';
import {
  AddRehearsalReadersDocument,
  BeginRehearsalDocument,
  EndRehearsalDocument,
  OpenRehearsalDocument,
  RehearsalPassesDocument,
  RehearsalVerdictDocument,
  ServerTimeDocument,
  type AddRehearsalReadersMutation,
  type EndRehearsalMutation,
  type OpenRehearsalMutation,
  type RehearsalPassesQuery,
  type RehearsalVerdictQuery,
} from '#generated/operations.js';
import { Refusal } from '#rehearse/refusal.js';
import type { RemoteServer } from '#rehearse/remote-server.js';

export type MadeReader = AddRehearsalReadersMutation['addRehearsalReaders'][number];
export type Drop = OpenRehearsalMutation['openRehearsal'];
export type HeldPass = RehearsalPassesQuery['rehearsalPasses'][number];
export type Verdict = RehearsalVerdictQuery['rehearsalVerdict'];
export type Deleted = EndRehearsalMutation['endRehearsal'];

const PAGE = 1000;
/** Two hundred thousand readers are deleted in one request. */
const TIMEOUT_MS = 150_000;

/** What the rehearsal asks of the server as a member of staff. Each throws Refusal with a sentence. */
export class Staff {
  readonly #server: RemoteServer;

  constructor(server: RemoteServer) {
    this.#server = server;
  }

  async begin(): Promise<string> {
    const { beginRehearsal } = await this.#ask(BeginRehearsalDocument, {});
    if (beginRehearsal.__typename === 'Rehearsal') return beginRehearsal.id;
    throw new Refusal(
      `Another rehearsal is under way there since ${beginRehearsal.startedAt}. Wait until it has ended; if it was left behind, end it: mutation { endRehearsal(id: "${beginRehearsal.id}") { readers } }`,
    );
  }

  addReaders(id: string, count: number): Promise<readonly MadeReader[]> {
    const some = { id, count: Math.min(PAGE, count) };
    return this.#ask(AddRehearsalReadersDocument, some).then(({ addRehearsalReaders }) => addRehearsalReaders);
  }

  async open(id: string, passes: number, opensInSeconds: number): Promise<Drop> {
    return (await this.#ask(OpenRehearsalDocument, { id, passes, opensInSeconds })).openRehearsal;
  }

  async serverTime(): Promise<Date> {
    return new Date((await this.#ask(ServerTimeDocument, {})).serverTime);
  }

  /** All passes that the database holds. */
  async passes(id: string): Promise<HeldPass[]> {
    const all: HeldPass[] = [];
    for (;;) {
      const afterSequence = all.at(-1)?.sequence ?? 0;
      const { rehearsalPasses } = await this.#ask(RehearsalPassesDocument, { id, afterSequence });
      all.push(...rehearsalPasses);
      if (rehearsalPasses.length < PAGE) return all;
    }
  }

  async verdict(id: string): Promise<Verdict> {
    return (await this.#ask(RehearsalVerdictDocument, { id })).rehearsalVerdict;
  }

  async end(id: string): Promise<Deleted> {
    return (await this.#ask(EndRehearsalDocument, { id })).endRehearsal;
  }

  async #ask<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
    const { endpoint, token } = this.#server;
    const transport: Transport = { url: endpoint.href, fetch, credentials: 'omit' };
    const timeout = { signal: AbortSignal.timeout(TIMEOUT_MS), ms: TIMEOUT_MS };
    try {
      return (await request(transport, document, variables, { accessToken: token, timeout })).data;
    } catch (error) {
      throw error instanceof PagedropError ? new Refusal(explain(error, endpoint), { cause: error }) : error;
    }
  }
}

function explain({ code, message }: PagedropError, { origin }: URL): string {
  switch (code) {
    case 'UNAUTHENTICATED':
      return `${origin} does not take the staff token: it has expired, or is another server's. Log in again.`;
    case 'FORBIDDEN':
      return `The staff token's account may not rehearse on ${origin}: it takes an OPERATOR or an ADMIN.`;
    case 'NETWORK':
    case 'SERVICE_UNAVAILABLE':
      return `${origin} does not answer (${message}).`;
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'BAD_RESPONSE':
      return `${origin} knows no rehearsals: it is no Pagedrop, or an older version.`;
    default:
      return `${origin} says: ${message}`;
  }
}
