/** The filters that are set: an input that somebody emptied asks for nothing. */
export function withoutEmpty(filter: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
