import { Box, Card, CardContent, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';

import { HistoryEntry } from '#admin/components/history-entry.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import { AuditObjectLink } from '#admin/resources/auditEntries/audit-object-link.tsx';

/** One entry of the log, to be linked to. Nobody edits it, so there is nothing to press. */
export function AuditEntryShow() {
  return (
    <StaffShow actions={false} component="div">
      <Entry />
    </StaffShow>
  );
}

function Entry() {
  const translate = useTranslate();
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  if (!entry) return null;
  return (
    <Card>
      <CardContent>
        <AuditObjectLink entry={entry} />
        <Box component="ol" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}>
          <HistoryEntry entry={entry} />
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.auditEntries.kept')}
        </Typography>
      </CardContent>
    </Card>
  );
}
