import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate, ValidationError } from 'react-admin';

import type { UploadState } from '#admin/resources/books/cover/use-cover-upload.ts';

/** What has just happened to the cover, until the next thing does. */
export type CoverNote = 'uploaded' | 'removed' | 'unreachable' | null;

interface Props {
  state: UploadState;
  note: CoverNote;
  /** What the form has against the address; react-admin's own notation. */
  problem: string | undefined;
}

/** How far the upload is, and what is wrong: seen, and said to who listens. */
export function CoverStatus({ state, note, problem }: Props) {
  const translate = useTranslate();
  const say = (key: string, options?: object) => translate(`resources.books.cover.${key}`, options);
  const isSending = state.phase === 'sending';
  const percent = isSending ? Math.floor(state.share * 100) : 0;
  const isMaking = isSending && state.share >= 1;
  return (
    <>
      {isSending && (
        <Box sx={{ mt: 1 }}>
          <LinearProgress
            aria-label={say('label')}
            variant={isMaking ? 'indeterminate' : 'determinate'}
            {...(!isMaking && { value: percent })}
          />
          <Typography variant="caption">{isMaking ? say('making') : say('uploading', { percent })}</Typography>
        </Box>
      )}
      <Typography role="status" variant="body2" color="text.secondary">
        {!isSending && note !== null && say(note)}
      </Typography>
      <Typography role="alert" variant="body2" color="error">
        {state.phase === 'refused' &&
          say(`problems.${state.reason}`, { _: state.message === '' ? say('problems.UNKNOWN') : state.message })}
        {state.phase !== 'refused' && problem !== undefined && <ValidationError error={problem} />}
      </Typography>
    </>
  );
}
