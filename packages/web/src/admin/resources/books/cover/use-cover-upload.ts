import { useCallback, useEffect, useRef, useState } from 'react';

import { CoverRefused, uploadCover } from '#admin/resources/books/cover/upload-cover.ts';

export type UploadState =
  | { readonly phase: 'idle' }
  /** `share` from 0 to 1; `preview` as soon as the browser has read the file. */
  | { readonly phase: 'sending'; readonly share: number; readonly preview: string | null }
  | { readonly phase: 'refused'; readonly reason: string; readonly message: string };

interface Options {
  readonly accessToken: () => Promise<string | null>;
  readonly onUploaded: (url: string) => void;
}

const IDLE: UploadState = { phase: 'idle' };

/** One upload at a time: a new picture takes the place of one that is on its way, and so does leaving the form. */
export function useCoverUpload({ accessToken, onUploaded }: Options) {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(null);

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState(IDLE);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  async function upload(picture: File): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const update = (change: { share?: number; preview?: string }) =>
      running.current === mine && setState((now) => (now.phase === 'sending' ? { ...now, ...change } : now));

    setState({ phase: 'sending', share: 0, preview: null });
    void readPreview(picture).then((preview) => update({ preview }));
    try {
      const url = await uploadCover(picture, {
        accessToken: await accessToken(),
        signal: mine.signal,
        onProgress: (share) => update({ share }),
      });
      if (running.current !== mine) return;
      setState(IDLE);
      onUploaded(url);
    } catch (error) {
      if (running.current !== mine) return;
      const { reason, message } = error instanceof CoverRefused ? error : new CoverRefused('NETWORK', '');
      setState({ phase: 'refused', reason, message });
    }
    running.current = null;
  }

  return { state, upload, cancel };
}

/** As an address that holds the picture: the page's security policy allows no blob: ones. */
function readPreview(picture: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => typeof reader.result === 'string' && resolve(reader.result));
    reader.readAsDataURL(picture);
  });
}
