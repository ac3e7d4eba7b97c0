import { Box, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';
import { LaunchWarnings, type LaunchWarning } from '#admin/components/launch/launch-warnings.tsx';

interface SummaryDialogProps {
  title: string;
  confirmLabel: string;
  warnings: readonly LaunchWarning[];
  /** The passes that would be given out; typed where there is a warning, as for every launch. */
  passes: number;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
  /** What would be done. */
  children: ReactNode;
}

/** What saving would do, to be read before it is done; what is seldom meant comes first. */
export function SummaryDialog({ warnings, passes, children, ...dialog }: SummaryDialogProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const isWarned = warnings.length > 0;
  const isTyped = typed.replaceAll(/\D/g, '') === String(passes);
  return (
    <ConfirmDialog open ready={!isWarned || isTyped} {...dialog}>
      <LaunchWarnings warnings={warnings} />
      {children}
      {isWarned && (
        <Box sx={{ mt: 2 }}>
          <Typography>{translate('launch.type', { passes: passes.toLocaleString(locale) })}</Typography>
          <TextField
            label={translate('launch.typed')}
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
