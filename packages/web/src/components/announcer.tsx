import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const AnnouncerContext = createContext<(message: string) => void>(() => undefined);

/** Says a sentence to a screen reader without showing it. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnouncerContext);
}

/** Holds the page's one polite live region. */
export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setMessage(({ count }) => ({ text, count: count + 1 })), []);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <output className="visually-hidden">
        {/* A new element each time, so that the same sentence is spoken again. */}
        <span key={message.count}>{message.text}</span>
      </output>
    </AnnouncerContext>
  );
}
