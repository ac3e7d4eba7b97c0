import { Typography } from '@mui/material';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';
import type { ActionDialogProps } from '#admin/console/actions/action-dialog.tsx';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** Pause, resume, close: nothing has to be typed. */
export function PlainDialog({
  action,
  coupon,
  now,
  operations,
  onClose,
}: ActionDialogProps & { action: 'pause' | 'resume' | 'close' }) {
  const { t, passes } = useConsoleWords();
  const isEarly = action === 'resume' && now < Date.parse(coupon.startsAt);
  const counts = { left: passes(coupon.quantity), issued: passes(coupon.issuedQuantity) };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t(`actions.${action}.title`)}
      confirmLabel={t(`actions.${action}.confirm`)}
      danger={action === 'close'}
      onConfirm={operations[action]}
    >
      <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {t(`actions.${action}.${isEarly ? 'bodyEarly' : 'body'}`, counts)}
      </Typography>
    </ConfirmDialog>
  );
}
