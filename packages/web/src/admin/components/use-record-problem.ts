import { HttpError, useNotify, useRedirect, useResourceContext } from 'react-admin';

/** What to do when a record can't be loaded: say why, and go back to the list when it is gone. */
export function useRecordProblem(): (error: unknown) => void {
  const notify = useNotify();
  const redirect = useRedirect();
  const resource = useResourceContext();
  return (error) => {
    if (!(error instanceof HttpError)) return;
    notify(error.message, { type: 'error' });
    if (error.status === 404) redirect('list', resource);
  };
}
