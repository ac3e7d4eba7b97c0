import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CreateButton, useCanAccess, useResourceContext, useTranslate } from 'react-admin';

interface EmptyHintProps {
  /** Sentences or their keys: what is not there, and what to do first. */
  title: string;
  hint: string;
  /** The label of the button that creates the first one; without it there is none. */
  action?: string;
  children?: ReactNode;
}

/** Stands where a list would: says what to do first. */
export function EmptyHint({ title, hint, action, children }: EmptyHintProps) {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  return (
    <Box sx={{ py: 8, px: 2, textAlign: 'center' }}>
      <Typography component="h2" variant="h6">
        {translate(title, { _: title })}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>{translate(hint, { _: hint })}</Typography>
      {action !== undefined && canAccess === true && <CreateButton variant="contained" label={action} />}
      {children}
    </Box>
  );
}
