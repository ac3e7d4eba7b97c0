import { Box } from '@mui/material';
import { useResourceDefinitions, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import { objectLabel, pageOfObject } from '#admin/resources/auditEntries/audit-object.ts';

/** What an entry is about, leading to its page when it has one and is still there to see. */
export function AuditObjectLink({ entry }: { entry: StaffAuditEntryFieldsFragment }) {
  const translate = useTranslate();
  const definitions = useResourceDefinitions();
  const { objectType, objectId, action } = entry;
  const resource = pageOfObject(objectType);
  const label = objectLabel(objectType, entry.objectLabel, translate);
  const leads = resource !== null && definitions[resource]?.hasShow === true && !action.endsWith('.delete');
  return (
    <>
      {leads ? (
        <Box
          component={Link}
          to={`/${resource}/${encodeURIComponent(objectId)}/show`}
          onClick={(event) => event.stopPropagation()}
          sx={{ color: 'text.primary', fontWeight: 600 }}
        >
          {label}
        </Box>
      ) : (
        <Box component="span" sx={{ fontWeight: 600 }}>
          {label}
        </Box>
      )}
      <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
        {translate(`auditObjects.${objectType}`)}
      </Box>
    </>
  );
}
