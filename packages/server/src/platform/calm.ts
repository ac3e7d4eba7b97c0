const WINDOW_MS = 1000;
const AT_ONCE_MAX = 20;
const PAUSE_MS = 50;

/**
 * Acts at once on each thing that is heard, as long as it is not too much; of a flood it acts on everything together,
 * twenty times a second. For hints that anybody who reaches Redis can make up.
 */
export function calm(act: (text: string) => void, actOnAll: () => void): (text: string) => void {
  let windowEndsAt = 0;
  let heard = 0;
  let timer: NodeJS.Timeout | undefined;
  return (text) => {
    const now = performance.now();
    if (now >= windowEndsAt) {
      windowEndsAt = now + WINDOW_MS;
      heard = 0;
    }
    heard += 1;
    if (heard <= AT_ONCE_MAX) return act(text);
    timer ??= setTimeout(() => {
      timer = undefined;
      actOnAll();
    }, PAUSE_MS).unref();
  };
}
