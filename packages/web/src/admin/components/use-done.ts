import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

/** After something was done to rows: says so, and lets everything on the screen be looked up anew. */
export function useDone(): (message: string, words?: Readonly<Record<string, unknown>>) => Promise<void> {
  const queryClient = useQueryClient();
  const notify = useNotify();
  return async (message, words = {}) => {
    await queryClient.invalidateQueries();
    notify(message, { type: 'success', messageArgs: words });
  };
}
