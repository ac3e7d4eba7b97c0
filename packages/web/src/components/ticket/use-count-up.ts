import { useEffect, useState } from 'react';

const DURATION_MS = 900;

/** Counts from 1 to a number once, slowing down; the number at once where motion is not wanted. */
export function useCountUp(target: number, animate: boolean): number {
  const [value, setValue] = useState(() => (animate && !reducesMotion() ? 1 : target));

  useEffect(() => {
    if (!animate || reducesMotion()) return;
    const begin = performance.now();
    let frame = requestAnimationFrame(function step(time) {
      const share = Math.min(1, Math.max(0, (time - begin) / DURATION_MS));
      setValue(Math.max(1, Math.round(target * (1 - (1 - share) ** 4))));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, animate]);

  return animate ? value : target;
}

function reducesMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
