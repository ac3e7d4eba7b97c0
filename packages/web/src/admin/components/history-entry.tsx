import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

import { ChangeTable } from '#admin/components/change-table.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import { actorWords, noteWords } from '#admin/i18n/server-words.ts';

/** One line of the audit log, with what it changed. */
export function HistoryEntry({ entry }: { entry: StaffAuditEntryFieldsFragment }) {
  const translate = useTranslate();
  const { action, actorRole, at, before, after } = entry;
  const note = noteWords(entry, translate);
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`auditActions.${action}`, { _: action })}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          {actorWords(entry, translate)}
          {actorRole && ` · ${translate(`roles.${actorRole}`)}`}
        </Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          <MomentText iso={at} />
        </Typography>
      </Box>
      {note && <Typography sx={{ mt: 0.5 }}>“{note}”</Typography>}
      <ChangeTable before={before} after={after} />
    </Box>
  );
}
