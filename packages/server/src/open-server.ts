import { buildApp, type AppOptions } from '#app.js';
import type { Config } from '#config.js';
import { listen } from '#platform/http/listen.js';

/** What serves on the port: this process, or its workers. */
export interface OpenServer {
  /** To print. */
  readonly address: string;
  /** Answers those who wait; resolves when nobody is served any more. */
  stop(): Promise<void>;
}

/** Serves from this process. @throws StartupError when the port cannot be had. */
export async function openServer(options: AppOptions & { readonly config: Config }): Promise<OpenServer> {
  const app = await buildApp(options);
  try {
    const address = await listen(app.http, options.config);
    return { address, stop: () => app.stop() };
  } catch (error) {
    await app.stop();
    throw error;
  }
}
