import LogoutIcon from '@mui/icons-material/LogoutOutlined';
import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { EndUserSessionsDocument, type StaffUserFieldsFragment } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

interface EndSessionsProps {
  ids: readonly string[];
  /** Those of them that are on the screen: whose names and log-ins are known. */
  users: readonly StaffUserFieldsFragment[];
  onDone?: () => void;
}

/** Logs users out everywhere. */
export function EndSessions({ ids, users, onDone }: EndSessionsProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const send = useSend();
  const done = useDone();
  const [one] = users;
  const who =
    ids.length === 1 && one
      ? one.username
      : translate('resources.users.end.many', { count: ids.length.toLocaleString(locale) });
  const sessions = users.reduce((sum, { sessionCount }) => sum + sessionCount, 0);

  async function end() {
    await send(EndUserSessionsDocument, { ids });
    await done('resources.users.done.end');
    onDone?.();
  }

  return (
    <ConfirmAction
      label={translate('resources.users.end.label')}
      icon={<LogoutIcon />}
      title={translate('resources.users.end.title', { who })}
      confirmLabel={translate('resources.users.end.submit')}
      disabled={sessions === 0 && users.length === ids.length}
      onConfirm={end}
    >
      <Typography>
        {translate('resources.users.end.sentence', { sessions: sessions.toLocaleString(locale) })}
      </Typography>
    </ConfirmAction>
  );
}
