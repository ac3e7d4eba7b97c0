/** Which of the two dialogs is open. */
export type PromptMode = 'login' | 'register';

/** Lets any feature ask the reader to log in without knowing the dialogs. */
export interface LoginPrompt {
  mode: () => PromptMode | null;
  subscribe: (listener: () => void) => () => void;
  /**
   * Opens the dialog; resolves to whether the reader logged in. Callers that ask while it is open share the answer.
   * `quiet`: no word of welcome, because what the reader logged in for is news enough.
   */
  request: (mode?: PromptMode, options?: { quiet?: boolean }) => Promise<boolean>;
  quiet: () => boolean;
  switchTo: (mode: PromptMode) => void;
  settle: (loggedIn: boolean) => void;
}

export function createLoginPrompt(): LoginPrompt {
  let mode: PromptMode | null = null;
  let pending: { promise: Promise<boolean>; resolve: (loggedIn: boolean) => void } | null = null;
  let quiet = false;
  const listeners = new Set<() => void>();

  function show(next: PromptMode | null) {
    mode = next;
    for (const listener of listeners) listener();
  }

  return {
    mode: () => mode,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    quiet: () => quiet,
    request(wanted = 'login', options = {}) {
      pending ??= Promise.withResolvers<boolean>();
      if (mode === null) {
        quiet = options.quiet ?? false;
        show(wanted);
      }
      return pending.promise;
    },
    switchTo: show,
    settle(loggedIn) {
      pending?.resolve(loggedIn);
      pending = null;
      show(null);
    },
  };
}
