import { Button, type ButtonProps } from '@mui/material';
import { useState, type ReactNode } from 'react';

import { ConfirmDialog, type ConfirmDialogProps } from '#admin/components/confirm-dialog.tsx';

interface ConfirmActionProps extends Omit<ConfirmDialogProps, 'open' | 'onClose'> {
  /** On the button that opens the dialog. */
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
  variant?: ButtonProps['variant'];
  /** Before the dialog opens: looks at what it will show. */
  onOpen?: () => void;
}

/** A button that asks before it acts. */
export function ConfirmAction({
  label,
  icon,
  disabled = false,
  variant = 'text',
  onOpen,
  ...dialog
}: ConfirmActionProps) {
  const [open, setOpen] = useState(false);

  function ask() {
    onOpen?.();
    setOpen(true);
  }
  return (
    <>
      <Button
        size="small"
        variant={variant}
        color={dialog.danger === true ? 'error' : 'primary'}
        startIcon={icon}
        disabled={disabled}
        onClick={ask}
      >
        {label}
      </Button>
      {/* Made anew each time it opens: nothing of an earlier try is left in it. */}
      {open && <ConfirmDialog {...dialog} open onClose={() => setOpen(false)} />}
    </>
  );
}
