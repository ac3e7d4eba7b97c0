import type { TestProject } from 'vitest/node';
import { startServer } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    dataDir: string;
    administrator: { readonly username: string; readonly password: string };
  }
}

/** One server for all browser tests; each test brings books of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('address', server.address);
  project.provide('dataDir', server.dataDir);
  project.provide('administrator', server.administrator);
  return () => server.stop();
}
