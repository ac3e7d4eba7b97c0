import { createContext, useContext, useSyncExternalStore } from 'react';

import type { LoginPrompt, PromptMode } from '#session/login-prompt.ts';
import type { Session, SessionState } from '#session/session.ts';

export interface SessionServices {
  session: Session;
  prompt: LoginPrompt;
}

export const SessionContext = createContext<SessionServices | null>(null);

/** The session and the prompt themselves. Throws outside of their provider. */
export function useSessionServices(): SessionServices {
  const services = useContext(SessionContext);
  if (!services) throw new Error('useSessionServices needs a SessionContext above it.');
  return services;
}

/** Who the reader is; renders again when that changes. */
export function useSessionState(): SessionState {
  const { session } = useSessionServices();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Which dialog is open, if any. */
export function usePromptMode(): PromptMode | null {
  const { prompt } = useSessionServices();
  return useSyncExternalStore(prompt.subscribe, prompt.mode);
}
