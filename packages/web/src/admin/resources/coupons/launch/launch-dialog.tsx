import { Alert, Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';
import type { CouponLaunchQuery } from '#admin/generated/operations.ts';
import { LaunchWords } from '#admin/resources/coupons/launch/launch-words.tsx';

export type Launch = CouponLaunchQuery['launchSummary'];

interface LaunchDialogProps {
  launch: Launch;
  isNew: boolean;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
}

/**
 * What is about to happen, large enough to be read, and loudly what is seldom meant. With a warning the number of
 * passes is typed: it is the figure that cost an operator a drop for 20 winners that everybody won.
 */
export function LaunchDialog({ launch, isNew, onClose, onConfirm }: LaunchDialogProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const { warnings, totalQuantity } = launch;
  const isWarned = warnings.length > 0;
  const isTyped = typed.replaceAll(/\D/g, '') === String(totalQuantity);
  const t = (key: string, options = {}) => translate(`resources.coupons.launch.${key}`, options);
  const amount = (value: number | null) => (value === null ? '' : value.toLocaleString(locale));

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('title')}
      confirmLabel={t(isNew ? 'create' : 'save')}
      ready={!isWarned || isTyped}
      onConfirm={onConfirm}
    >
      {warnings.map(({ reason, message, value, limit }) => (
        <Alert key={reason} severity="error" variant="filled" sx={{ mb: 1, fontWeight: 600 }}>
          {t(`warnings.${reason}`, { value: amount(value), limit: amount(limit), _: message })}
        </Alert>
      ))}
      <Box sx={{ mt: isWarned ? 2.5 : 1 }}>
        <LaunchWords launch={launch} />
      </Box>
      {isWarned && (
        <Box sx={{ mt: 2 }}>
          <Typography>{t('type', { total: amount(totalQuantity) })}</Typography>
          <TextField
            label={t('typed')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        </Box>
      )}
    </ConfirmDialog>
  );
}
