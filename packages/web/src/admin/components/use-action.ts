import { useRef, useState } from 'react';

import { useTranslate } from 'react-admin';

import { toHttpError } from '#admin/data-provider/to-http-error.ts';

export interface Action {
  readonly working: boolean;
  /** What went wrong the last time, as a sentence. */
  readonly problem: string | null;
  readonly forget: () => void;
  /** Runs once per press; resolves to whether it succeeded. */
  readonly run: () => Promise<boolean>;
}

/** Something that a button does: once at a time, its failure in words. */
export function useAction(work: () => Promise<unknown>): Action {
  const translate = useTranslate();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // State is a render behind; a second press can be faster than that.
  const underWay = useRef(false);

  async function run(): Promise<boolean> {
    if (underWay.current) return false;
    underWay.current = true;
    setWorking(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(toHttpError(error, translate).message);
      return false;
    } finally {
      underWay.current = false;
      setWorking(false);
    }
  }

  return { working, problem, forget: () => setProblem(null), run };
}
