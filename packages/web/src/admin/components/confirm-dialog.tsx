import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

import { useAction } from '#admin/components/use-action.ts';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, in a sentence, and what it needs to know. */
  children: ReactNode;
  /** On the button that does it. */
  confirmLabel: string;
  /** For what can't be undone. */
  danger?: boolean;
  /** Whether what it needs to know is there; true by default. */
  ready?: boolean;
  /** When it rejects, the dialog stays and says why. */
  onConfirm: () => Promise<unknown>;
}

/** Says what will happen before it does. Closes when it is done; stays, with the reason, when it fails. */
export function ConfirmDialog({ open, onClose, title, children, confirmLabel, ...props }: ConfirmDialogProps) {
  const { danger = false, ready = true, onConfirm } = props;
  const translate = useTranslate();
  const titleId = useId();
  const { working, problem, forget, run } = useAction(onConfirm);

  function close() {
    if (working) return;
    forget();
    onClose();
  }

  async function confirm() {
    if (await run()) onClose();
  }

  return (
    <Dialog open={open} onClose={close} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId} sx={{ fontSize: '1.125rem', fontWeight: 700 }}>
        {title}
      </DialogTitle>
      <DialogContent sx={{ wordBreak: 'keep-all' }}>
        {children}
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, '& > button': { minHeight: { xs: 44, md: 36 } } }}>
        <Button onClick={close} disabled={working}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color={danger ? 'error' : 'primary'}
          disabled={working || !ready}
          onClick={() => void confirm()}
        >
          {working ? translate('confirm.working') : confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
