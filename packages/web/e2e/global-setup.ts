import type { TestProject } from 'vitest/node';
import { startServer } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    dataDir: string;
  }
}

/** One server for all browser tests; each test brings books of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('address', server.address);
  project.provide('dataDir', server.dataDir);
  return () => server.stop();
}
