import { sqlState } from '#platform/sql-state.js';

/**
 * SQLSTATEs (PostgreSQL manual, appendix A) after which the same transaction may well succeed:
 * serialization, deadlock, lock or statement timeout, too many connections, memory or disk full, server going down or coming up,
 * and a transaction that PostgreSQL ended because we were silent for too long.
 */
const TRANSIENT_STATES = /^(08\w{3}|40001|40P01|53\d{3}|55P03|57014|57P0[1-5]|25P0[34])$/;
const TRANSIENT_NETWORK = /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOST\w+|ENET\w+)$/;
/** `pg` gives these no code. */
const TRANSIENT_MESSAGE =
  /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether trying again may help, because the trouble lay with the connection or with others and not with the statement. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined && (TRANSIENT_STATES.test(state) || TRANSIENT_NETWORK.test(state))) return true;
  return error instanceof Error && TRANSIENT_MESSAGE.test(error.message);
}
