import { useEffect, useEffectEvent } from 'react';

const KEY = 'pagedropDialog';
let opened = 0;

/**
 * Makes the browser's Back close what is open instead of changing the page under it: an entry of its own lies on top
 * of the history for as long as the calling component is there.
 */
export function useBackCloses(onClose: () => void): void {
  const close = useEffectEvent(onClose);

  useEffect(() => {
    opened += 1;
    const own = `${Date.now()}-${opened}`;
    const isOnTop = () => Object(history.state)[KEY] === own;
    const onPop = () => {
      if (!isOnTop()) close();
    };
    // In the next task: the development build mounts twice, and going back takes a task itself.
    const timer = setTimeout(() => {
      // The router's own part of the state is kept, so that the router sees the same page in both entries.
      history.pushState({ ...history.state, [KEY]: own }, '');
      addEventListener('popstate', onPop);
    });
    return () => {
      clearTimeout(timer);
      removeEventListener('popstate', onPop);
      if (isOnTop()) history.back();
    };
  }, []);
}
