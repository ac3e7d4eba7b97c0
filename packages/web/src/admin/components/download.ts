import { z } from 'zod';

/** Past the server's patience with its first row; a download that has begun by then goes on by itself. */
const FRAME_LIFE_MS = 120_000;

/** Why the server gave no file. */
export interface DownloadRefusal {
  readonly reason: string | undefined;
  readonly message: string;
}

const refusal = z.object({
  errors: z.tuple([
    z.object({ message: z.string(), extensions: z.object({ code: z.string(), reason: z.string().optional() }) }),
  ]),
});

/**
 * The browser's own download, which needs no memory of this page. It happens in a frame: a file leaves the frame empty,
 * and what the server says instead of one can be read there without leaving the page.
 */
export function download(url: string, onRefused: (refusal: DownloadRefusal) => void): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.addEventListener('load', () => {
    const text = frame.contentDocument?.body?.textContent ?? '';
    if (text === '') return; // the empty page that every frame begins with
    onRefused(readRefusal(text));
    frame.remove();
  });
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => frame.remove(), FRAME_LIFE_MS);
}

function readRefusal(text: string): DownloadRefusal {
  try {
    const { data } = refusal.safeParse(JSON.parse(text));
    const [error] = data?.errors ?? [];
    return { reason: error?.extensions.reason ?? error?.extensions.code, message: error?.message ?? '' };
  } catch {
    return { reason: undefined, message: '' };
  }
}
