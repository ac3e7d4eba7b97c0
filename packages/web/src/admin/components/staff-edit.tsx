import { useState } from 'react';
import { Edit, HttpError, useNotify, type EditProps } from 'react-admin';
import { z } from 'zod';

import { StaleDialog } from '#admin/components/stale-dialog.tsx';
import { useRecordProblem } from '#admin/components/use-record-problem.ts';

const errorBody = z.object({ reason: z.string().optional(), errors: z.record(z.string(), z.string()).optional() });

/** An edit that says at once what the server refuses, and overwrites nobody. */
export function StaffEdit({ children, ...props }: EditProps) {
  const [stale, setStale] = useState(false);
  const notify = useNotify();
  const onLoadError = useRecordProblem();

  function onError(error: unknown) {
    const { reason, errors } = readBody(error);
    if (reason === 'STALE') setStale(true);
    // Problems at their fields are shown there.
    else if (!errors && error instanceof Error) notify(error.message, { type: 'error' });
  }

  return (
    <Edit
      mutationMode="pessimistic"
      redirect="show"
      mutationOptions={{ onError }}
      queryOptions={{ onError: onLoadError }}
      {...props}
    >
      {children}
      <StaleDialog open={stale} onClose={() => setStale(false)} />
    </Edit>
  );
}

function readBody(error: unknown): z.infer<typeof errorBody> {
  return (error instanceof HttpError && errorBody.safeParse(error.body).data) || {};
}
