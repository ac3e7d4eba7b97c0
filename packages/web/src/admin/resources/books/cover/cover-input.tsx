import { Box, Button, TextField, Typography } from '@mui/material';
import { useId, useRef, useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { useClient } from '#admin/client-context.ts';
import { CoverStatus, type CoverNote } from '#admin/resources/books/cover/cover-status.tsx';
import { useCoverUpload } from '#admin/resources/books/cover/use-cover-upload.ts';
import { usePictureFromOutside } from '#admin/resources/books/cover/use-picture-from-outside.ts';
import { Cover } from '#components/cover/cover.tsx';

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,image/gif';
const WORDS = 'resources.books.cover';

/** The cover of a book in its form: a picture that is dropped, pasted or chosen, an https address, or none. */
export function CoverInput() {
  const translate = useTranslate();
  const client = useClient();
  const labelId = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<CoverNote>(null);
  /** What the address was when somebody began to write in it: half of one is not looked up. */
  const [before, setBefore] = useState<string | null>(null);
  const book: unknown[] = useWatch({ name: ['title', 'author'] });
  const [title = '', author = ''] = book.map(textOf);

  const { state, upload, cancel } = useCoverUpload({
    accessToken: () => client.accessToken(),
    onUploaded: (url) => change(url, 'uploaded'),
  });
  const { field, fieldState } = useInput({
    source: 'coverUrl',
    validate: (value: unknown) => problemOf(textOf(value), state.phase === 'sending'),
  });
  const { isOver, dropTarget } = usePictureFromOutside((picture) => void take(picture));

  const url = textOf(field.value);
  const preview = state.phase === 'sending' ? state.preview : null;
  const settled = before ?? url;
  const shown = preview ?? (isAllowed(settled) ? settled : '');

  function change(next: string, why: CoverNote): void {
    setNote(why);
    setBefore(null);
    field.onChange(next);
  }

  // The picture inside tells nobody but itself that it doesn't load; on its way there the event passes here.
  function onMissing(): void {
    if (preview === null) setNote('unreachable');
  }

  async function take(picture: File): Promise<void> {
    setNote(null);
    await upload(picture);
  }

  return (
    <Box role="group" aria-labelledby={labelId} {...dropTarget} sx={{ ...box, ...(isOver && over) }}>
      <Box sx={{ width: 136, flexShrink: 0, opacity: preview === null ? 1 : 0.6 }} onErrorCapture={onMissing}>
        <Cover book={{ title, author, coverUrl: shown === '' ? null : shown }} />
      </Box>
      <Box sx={{ minWidth: 0, flex: '1 1 240px' }}>
        <Typography id={labelId} variant="subtitle2" component="h3">
          {translate(`${WORDS}.label`)}
        </Typography>
        <Typography variant="body2">{translate(isOver ? `${WORDS}.drop` : `${WORDS}.lead`)}</Typography>
        <Typography variant="caption" color="text.secondary" component="p">
          {translate(`${WORDS}.rules`)}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
          <Button variant="outlined" onClick={() => chooser.current?.click()}>
            {translate(`${WORDS}.choose`)}
          </Button>
          {state.phase === 'sending' && <Button onClick={cancel}>{translate(`${WORDS}.cancel`)}</Button>}
          {state.phase !== 'sending' && url !== '' && (
            <Button onClick={() => change('', 'removed')}>{translate(`${WORDS}.remove`)}</Button>
          )}
        </Box>
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED}
          hidden
          onChange={({ target }) => {
            const [picture] = target.files ?? [];
            target.value = ''; // so that the same file can be chosen again
            if (picture) void take(picture);
          }}
        />
        <TextField
          type="url"
          label={translate(`${WORDS}.address`)}
          value={isOurs(url) ? '' : url}
          onFocus={() => setBefore(url)}
          onBlur={() => {
            setBefore(null);
            field.onBlur();
          }}
          onChange={({ target }) => {
            setNote(null);
            field.onChange(target.value.trim());
          }}
          slotProps={{ htmlInput: { maxLength: 2000, placeholder: 'https://', ref: field.ref } }}
        />
        <CoverStatus state={state} note={note} problem={fieldState.error?.message} />
      </Box>
    </Box>
  );
}

const box = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 2,
  width: '100%',
  p: 2,
  mt: 1,
  mb: 2,
  border: '1px dashed',
  borderColor: 'var(--line-strong)',
  borderRadius: 1,
};
const over = { borderColor: 'text.primary', backgroundColor: 'action.hover' };

/** The first rule that is broken, by the key of its words. */
function problemOf(url: string, isSending: boolean): string | undefined {
  if (isSending) return `${WORDS}.wait`;
  return url === '' || isAllowed(url) ? undefined : `${WORDS}.problems.NOT_HTTPS`;
}

function isAllowed(url: string): boolean {
  return isOurs(url) || (url.startsWith('https://') && URL.canParse(url));
}

/** Uploaded to us; its address means nothing to people. */
function isOurs(url: string): boolean {
  return url.startsWith('/covers/');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
