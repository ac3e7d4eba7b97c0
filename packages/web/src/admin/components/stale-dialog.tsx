import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEditContext, useTranslate } from 'react-admin';

interface StaleDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Somebody else was faster: nothing was saved, and it is the operator's choice what happens to what he typed. */
export function StaleDialog({ open, onClose }: StaleDialogProps) {
  const translate = useTranslate();
  const { refetch } = useEditContext();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle sx={{ fontSize: '1.125rem', fontWeight: 700 }}>{translate('stale.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('stale.body')}</DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('stale.stay')}</Button>
        <Button variant="contained" onClick={() => void refetch?.().then(onClose)}>
          {translate('stale.reload')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
