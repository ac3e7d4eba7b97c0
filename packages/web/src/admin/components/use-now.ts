import { useEffect, useState } from 'react';

/** This computer's clock in milliseconds, looked at again now and then: for words such as "in 3 hours", never to decide by. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
