import PauseIcon from '@mui/icons-material/PauseOutlined';
import ResumeIcon from '@mui/icons-material/PlayArrowOutlined';
import { Typography } from '@mui/material';
import { useCanAccess, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import {
  PauseRecurringDropDocument,
  ResumeRecurringDropDocument,
  type RecurringDropFieldsFragment,
} from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

/** Pauses a recurring drop, or resumes it; says what becomes of its coupons before it does. */
export function PauseOrResume() {
  const drop = useRecordContext<RecurringDropFieldsFragment>();
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const send = useSend();
  const { canAccess } = useCanAccess({ resource: 'recurringDrops', action: 'edit' });
  if (!drop || canAccess !== true) return null;
  const { id, version, isPaused } = drop;
  const verb = isPaused ? 'resume' : 'pause';

  async function act() {
    if (isPaused) await send(ResumeRecurringDropDocument, { id, version });
    else await send(PauseRecurringDropDocument, { id, version });
    notify(`resources.recurringDrops.${verb}.done`);
    refresh();
  }
  return (
    <ConfirmAction
      label={translate(`resources.recurringDrops.${verb}.action`)}
      icon={isPaused ? <ResumeIcon /> : <PauseIcon />}
      title={translate(`resources.recurringDrops.${verb}.title`)}
      confirmLabel={translate(`resources.recurringDrops.${verb}.action`)}
      onConfirm={act}
    >
      <Typography>{translate(`resources.recurringDrops.${verb}.hint`)}</Typography>
    </ConfirmAction>
  );
}
