import KeyIcon from '@mui/icons-material/KeyOutlined';
import { Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { ResetUserPasswordDocument, type StaffUserFieldsFragment } from '#admin/generated/operations.ts';
import { PasswordField } from '#admin/resources/users/password-field.tsx';
import { useSend } from '#admin/use-send.ts';

/** Gives a user a new password, to be handed over by hand. */
export function ResetPassword({ user }: { user: StaffUserFieldsFragment }) {
  const translate = useTranslate();
  const send = useSend();
  const done = useDone();
  const [password, setPassword] = useState('');

  async function reset() {
    await send(ResetUserPasswordDocument, { id: user.id, version: user.version, password });
    await done('resources.users.done.reset');
  }

  return (
    <ConfirmAction
      danger
      label={translate('resources.users.reset.label')}
      icon={<KeyIcon />}
      title={translate('resources.users.reset.title', { username: user.username })}
      confirmLabel={translate('resources.users.reset.submit')}
      ready={password.length >= 8}
      onOpen={() => setPassword('')}
      onConfirm={reset}
    >
      <Typography sx={{ mb: 1 }}>
        {translate('resources.users.reset.sentence', { sessions: user.sessionCount })}
      </Typography>
      <PasswordField value={password} onChange={setPassword} />
    </ConfirmAction>
  );
}
