import LogIcon from '@mui/icons-material/HistoryOutlined';
import type { ResourceProps } from 'react-admin';

import { AuditEntryList } from '#admin/resources/auditEntries/audit-entry-list.tsx';
import { AuditEntryShow } from '#admin/resources/auditEntries/audit-entry-show.tsx';

export const auditEntries: ResourceProps = {
  name: 'auditEntries',
  icon: LogIcon,
  recordRepresentation: 'objectLabel',
  list: AuditEntryList,
  show: AuditEntryShow,
};
