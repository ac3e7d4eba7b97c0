/** The SQLSTATE of a PostgreSQL error (`23505`) or the code of a network error (`ECONNREFUSED`); undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return sqlState(error.cause);
}
