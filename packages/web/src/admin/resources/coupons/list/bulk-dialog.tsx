import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslate } from 'react-admin';

import { useBulk, type BulkVerb } from '#admin/resources/coupons/list/use-bulk.ts';

interface BulkDialogProps {
  verb: BulkVerb;
  ids: readonly string[];
  /** `done`: whether anything was tried. */
  onClose: (done: boolean) => void;
}

/** Asks once for all of them, then shows each one's result. */
export function BulkDialog({ verb, ids, onClose }: BulkDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const queryClient = useQueryClient();
  const { results, state, run } = useBulk(verb, ids);
  const t = (key: string, options = {}) =>
    translate(`resources.coupons.bulk.${key}`, { smart_count: ids.length, ...options });

  async function act() {
    await run();
    await queryClient.invalidateQueries();
  }
  return (
    <Dialog
      open
      onClose={() => state !== 'working' && onClose(state === 'done')}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId} sx={{ fontSize: '1.125rem', fontWeight: 700 }}>
        {t(`${verb}.title`)}
      </DialogTitle>
      <DialogContent>
        {state === 'asking' && <Typography>{t(`${verb}.body`)}</Typography>}
        {state !== 'asking' && (
          <Box component="ul" aria-live="polite" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {results.map(({ number, problem }) => (
              <Box component="li" key={number} sx={{ py: 0.5 }}>
                <Box component="span" sx={{ fontWeight: 600, mr: 1 }}>
                  {number}
                </Box>
                {problem ?? t(`${verb}.done`)}
              </Box>
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {state === 'asking' && <Button onClick={() => onClose(false)}>{translate('ra.action.cancel')}</Button>}
        {state === 'done' ? (
          <Button variant="contained" onClick={() => onClose(true)}>
            {translate('ra.action.close')}
          </Button>
        ) : (
          <Button
            variant="contained"
            color={verb === 'close' ? 'error' : 'primary'}
            disabled={state === 'working'}
            onClick={() => void act()}
          >
            {state === 'working' ? t('working', { done: results.length }) : t(`${verb}.confirm`)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
