import { Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface ActionButtonProps {
  label: string;
  icon: ReactNode;
  /** Why it cannot be done now, in a word or two; it stands on the button, where a phone shows it too. */
  why: string | undefined;
  isPrimary?: boolean;
  isDanger?: boolean;
  onPress: () => void;
}

/** A thumb's breadth high. One that cannot be pressed stays within reach of the keyboard, so that its reason is read. */
export function ActionButton({ label, icon, why, isPrimary = false, isDanger = false, onPress }: ActionButtonProps) {
  const disabled = why !== undefined;
  return (
    <Button
      variant={isPrimary && !disabled ? 'contained' : 'outlined'}
      color={isDanger ? 'error' : 'primary'}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
      sx={{
        minHeight: 56,
        px: 1,
        lineHeight: 1.25,
        flexDirection: 'column',
        ...(disabled && {
          '&, &:hover': { color: 'text.secondary', borderColor: 'divider', bgcolor: 'transparent', cursor: 'default' },
        }),
      }}
    >
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
        {icon}
        {label}
      </span>
      {disabled && (
        <Typography component="span" variant="caption" sx={{ fontWeight: 400, lineHeight: 1.25 }}>
          {why}
        </Typography>
      )}
    </Button>
  );
}
