/** Ids as one parameter of SQL, `?::uuid[]`: given an array, the ORM would write a list of parameters. */
export function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
