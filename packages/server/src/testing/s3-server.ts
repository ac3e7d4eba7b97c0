import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { freePort } from '#platform/free-port.js';
import type { S3Settings } from '#platform/storage/s3-store.js';

export interface S3Server {
  /** The right ones, with a bucket that is there. */
  readonly settings: S3Settings;
  /** As when the service is away; what is stored stays. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** A small S3-compatible server that checks every signature. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pagedrop-s3-'));
  const port = await freePort();
  const bucket = 'pagedrop';
  const start = async () => {
    const configureBuckets = [{ name: bucket }];
    const server = new S3rver({ address: '127.0.0.1', port, directory, silent: true, configureBuckets });
    await server.run();
    return server;
  };
  let server: S3rver | undefined = await start();
  const down = async () => {
    await server?.close();
    server = undefined;
  };
  return {
    // The only key that it knows.
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    down,
    async up() {
      server ??= await start();
    },
    async close() {
      await down();
      await rm(directory, { recursive: true });
    },
  };
}
