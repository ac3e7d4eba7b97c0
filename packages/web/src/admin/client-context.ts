import type { PagedropClient } from '@pagedrop/sdk';
import { createContext, use } from 'react';

/** The client that the whole page talks through, for what is no question of react-admin's. */
export const ClientContext = createContext<PagedropClient | null>(null);

/** @throws Error outside of the app */
export function useClient(): PagedropClient {
  const client = use(ClientContext);
  if (!client) throw new Error('There is no ClientContext around this.');
  return client;
}
