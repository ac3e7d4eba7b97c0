const KEY = 'pagedrop.hasSession';

/**
 * Remembers only that this browser has a session, never anything that opens one: the token itself is in a cookie that
 * scripts can't read. Without the flag a visitor who never logged in is spared a request.
 */
export interface SessionFlag {
  isSet: () => boolean;
  set: (hasSession: boolean) => void;
  /** Calls back when another tab logs in or out. */
  watch: (listener: (hasSession: boolean) => void) => void;
}

/** The flag in localStorage. Where storage is refused it reads as set: one request too many beats a lost session. */
export const storedSessionFlag: SessionFlag = {
  isSet() {
    try {
      return localStorage.getItem(KEY) === '1';
    } catch {
      return true;
    }
  },
  set(hasSession) {
    try {
      if (hasSession) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    } catch {
      // See above.
    }
  },
  watch(listener) {
    addEventListener('storage', (event) => {
      if (event.key === KEY) listener(event.newValue === '1');
    });
  },
};
