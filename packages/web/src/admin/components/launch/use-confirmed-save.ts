import { useState } from 'react';
import { HttpError, useNotify, useSaveContext } from 'react-admin';
import { z } from 'zod';

import type { FormValues } from '#admin/data-provider/staff-resource.ts';

const errorBody = z.object({ errors: z.record(z.string(), z.string()).optional() });

interface Asked<Summary> {
  readonly values: FormValues;
  readonly summary: Summary;
}

/**
 * Saves a form only after its summary was read: submitting asks the server what would be done, confirming sends the
 * summary's digest with the values. What the server refuses stands at its field before anybody confirms it.
 */
export function useConfirmedSave<Summary extends { readonly confirm: string }>(
  summarise: (values: FormValues) => Promise<Summary>,
) {
  const { save } = useSaveContext();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked<Summary> | null>(null);

  async function ask(values: FormValues): Promise<Record<string, string> | undefined> {
    try {
      setAsked({ values, summary: await summarise(values) });
      return undefined;
    } catch (error) {
      const errors = error instanceof HttpError ? errorBody.safeParse(error.body).data?.errors : undefined;
      if (errors) return errors;
      notify(error instanceof Error ? error.message : 'errors.UNKNOWN', { type: 'error' });
      return undefined;
    }
  }

  async function confirm(): Promise<void> {
    if (!asked) return;
    await save?.({ ...asked.values, confirm: asked.summary.confirm });
  }

  return { ask, asked, confirm, close: () => setAsked(null) };
}
