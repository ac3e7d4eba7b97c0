import { Chip } from '@mui/material';
import type { Role } from '@pagedrop/sdk';
import { useTranslate } from 'react-admin';

/** A role; those of the staff stand out among readers. */
export function RoleChip({ role }: { role: Role }) {
  const translate = useTranslate();
  const isStaff = role !== 'READER';
  return (
    <Chip
      size="small"
      variant={isStaff ? 'filled' : 'outlined'}
      color={role === 'ADMIN' ? 'primary' : 'default'}
      label={translate(`roles.${role}`)}
    />
  );
}
