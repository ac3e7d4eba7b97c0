/** Focuses the element with this id once the page shows what has just been decided. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
