/** Resolves when the browser comes back online or the reader comes back to the page, and after `ms` in any case. */
export function waitForConnection(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const settled = new AbortController();
    const settle = () => {
      clearTimeout(timer);
      settled.abort();
      resolve();
    };
    const timer = setTimeout(settle, ms);
    addEventListener('online', settle, { signal: settled.signal });
    document.addEventListener('visibilitychange', () => document.hidden || settle(), { signal: settled.signal });
  });
}
