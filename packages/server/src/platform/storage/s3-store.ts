import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { StorageDown, type FileStore, type StoredFile } from '#platform/storage/file-store.js';

/** How long the storage may take for one file, or one page of the list. */
const PATIENCE_MS = 10_000;
/** Tried again after an answer of 5xx or 429, soon. */
const RETRIES = 2;

/** A bucket of S3-compatible storage. */
export interface S3Settings {
  /** Address of the service without the bucket, for example https://s3.eu-central-1.amazonaws.com. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Files in a bucket, below a prefix. The bucket need not be public: only servers read it. */
export class S3Store implements FileStore {
  readonly #client: AwsClient;
  /** Without a slash at its end; path style, which every S3-compatible service understands. */
  readonly #bucket: string;
  readonly #prefix: string;

  /** `prefix` ends with a slash. */
  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings, prefix: string) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
    this.#bucket = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
    this.#prefix = prefix;
  }

  async put(name: string, bytes: Buffer, contentType: string): Promise<void> {
    // Signed with the content: a body that was changed or cut off on its way is refused.
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.#ask(this.#at(name), {
      method: 'PUT',
      body: Uint8Array.from(bytes),
      headers: { 'content-type': contentType, 'x-amz-content-sha256': hash },
    });
  }

  async get(name: string): Promise<Buffer | undefined> {
    const answer = await this.#ask(this.#at(name), { method: 'GET' }, true);
    return answer && Buffer.from(answer);
  }

  async list(): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    // The first version of the list, which goes on behind a key and not behind a token that has to be unescaped.
    for (let after: string | undefined, more = true; more;) {
      const query = new URLSearchParams({ prefix: this.#prefix });
      if (after !== undefined) query.set('marker', after);
      const page = new TextDecoder().decode(await this.#ask(`${this.#bucket}?${query}`, { method: 'GET' }));
      const keys = [...page.matchAll(/<Contents>.*?<\/Contents>/gs)].map(([entry]) => ({
        key: textOf(entry, 'Key'),
        writtenAt: new Date(textOf(entry, 'LastModified')),
      }));
      files.push(...keys.map(({ key, writtenAt }) => ({ name: key.slice(this.#prefix.length), writtenAt })));
      after = keys.at(-1)?.key;
      more = textOf(page, 'IsTruncated') === 'true' && after !== undefined;
    }
    return files;
  }

  async delete(name: string): Promise<void> {
    await this.#ask(this.#at(name), { method: 'DELETE' }, true);
  }

  #at(name: string): string {
    return `${this.#bucket}/${this.#prefix}${encodeURIComponent(name)}`;
  }

  /** The whole answer; undefined when there is no such file and that `mayMiss`. */
  async #ask(url: string, init: RequestInit, mayMiss: true): Promise<ArrayBuffer | undefined>;
  async #ask(url: string, init: RequestInit, mayMiss?: false): Promise<ArrayBuffer>;
  async #ask(url: string, init: RequestInit, mayMiss = false): Promise<ArrayBuffer | undefined> {
    try {
      const response = await this.#client.fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
      const body = await response.arrayBuffer();
      if (response.ok) return body;
      const code = textOf(new TextDecoder().decode(body), 'Code');
      // A missing bucket is 404 too, and that is no missing file.
      if (mayMiss && response.status === 404 && code !== 'NoSuchBucket') return undefined;
      throw new StorageDown(`${this.#bucket} answered ${response.status} ${code}`);
    } catch (error) {
      if (error instanceof StorageDown) throw error;
      throw new StorageDown(`${this.#bucket} does not answer`, { cause: error });
    }
  }
}

/** Of the first element of this name; S3's answers have no attributes in them, and our names nothing to unescape. */
function textOf(xml: string, element: string): string {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';
}
