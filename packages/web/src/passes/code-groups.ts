/** A pass's code in groups of four, however the server writes it: easier to read out and to type. */
export function codeGroups(code: string): string[] {
  return code.replaceAll(/[\s-]/gu, '').match(/.{1,4}/gu) ?? [];
}
