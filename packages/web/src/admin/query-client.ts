import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

/** A refusal is final; only a server that could not be reached is asked again, and soon. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && error instanceof HttpError && error.status === 503,
        retryDelay: 500,
      },
    },
  });
}
