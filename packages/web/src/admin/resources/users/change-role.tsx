import RoleIcon from '@mui/icons-material/ManageAccountsOutlined';
import { MenuItem, TextField, Typography } from '@mui/material';
import type { Role } from '@pagedrop/sdk';
import { useState } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { ChangeUserRoleDocument, type StaffUserFieldsFragment } from '#admin/generated/operations.ts';
import { ROLES } from '#admin/resources/users/roles.ts';
import { useSend } from '#admin/use-send.ts';

/** Gives a user another role. Nobody changes his own. */
export function ChangeRole({ user }: { user: StaffUserFieldsFragment }) {
  const translate = useTranslate();
  const send = useSend();
  const done = useDone();
  const { identity } = useGetIdentity();
  const [role, setRole] = useState<Role>(user.role);
  if (identity?.id === user.id) return null;
  const words = { before: translate(`roles.${user.role}`), after: translate(`roles.${role}`) };

  async function change() {
    await send(ChangeUserRoleDocument, { id: user.id, version: user.version, role });
    await done('resources.users.done.role');
  }

  return (
    <ConfirmAction
      label={translate('resources.users.role.label')}
      icon={<RoleIcon />}
      title={translate('resources.users.role.title', { username: user.username })}
      confirmLabel={translate('resources.users.role.submit')}
      ready={role !== user.role}
      onOpen={() => setRole(user.role)}
      onConfirm={change}
    >
      <TextField
        select
        label={translate('resources.users.fields.role')}
        helperText={translate('resources.users.roleHint')}
        value={role}
        onChange={(event) => setRole(ROLES.find((name) => name === event.target.value) ?? user.role)}
      >
        {ROLES.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`roles.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {role !== user.role && (
        <Typography sx={{ mt: 1 }}>{translate('resources.users.role.sentence', words)}</Typography>
      )}
    </ConfirmAction>
  );
}
