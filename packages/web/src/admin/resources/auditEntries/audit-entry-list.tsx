import { Box } from '@mui/material';
import {
  AutocompleteInput,
  DataTable,
  ReferenceInput,
  SelectInput,
  useRecordContext,
  useTranslate,
  type TranslateFunction,
} from 'react-admin';

import { ChangeTable } from '#admin/components/change-table.tsx';
import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ExportButton } from '#admin/components/export-button.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { MomentField } from '#admin/components/moment-field.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import { actorWords, noteWords } from '#admin/i18n/server-words.ts';
import { AUDIT_ACTIONS } from '#admin/resources/auditEntries/audit-actions.ts';
import { AUDIT_OBJECT_TYPES } from '#admin/resources/auditEntries/audit-object.ts';
import { AuditObjectLink } from '#admin/resources/auditEntries/audit-object-link.tsx';

const EMPTY = <EmptyHint title="resources.auditEntries.emptyTitle" hint="resources.auditEntries.emptyHint" />;
const SKELETON = { columns: 5, rowHeight: 53 };
const STAFF_ROLES = { role: ['SUPPORT', 'OPERATOR', 'ADMIN'] };
const searchOf = (search: string) => ({ search });

/** What staff did, newest first; a click shows what it changed. */
export function AuditEntryList() {
  const translate = useTranslate();
  return (
    <StaffList
      filters={filtersIn(translate)}
      sort={{ field: 'at', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={
        <ListActions>
          <ExportButton />
        </ListActions>
      }
    >
      <DataTable
        bulkActionButtons={false}
        rowClick="expand"
        expand={<Changed />}
        isRowExpandable={(entry) => Boolean(entry?.['before'] ?? entry?.['after'])}
      >
        <DataTable.Col source="at">
          <MomentField source="at" />
        </DataTable.Col>
        <DataTable.Col source="actorName" disableSort>
          <Actor />
        </DataTable.Col>
        <DataTable.Col source="action" disableSort>
          <Action />
        </DataTable.Col>
        <DataTable.Col source="objectLabel" disableSort>
          <About />
        </DataTable.Col>
        <DataTable.Col source="note" disableSort sx={{ minWidth: 160 }}>
          <Note />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}

function filtersIn(translate: TranslateFunction) {
  const actions = AUDIT_ACTIONS.map((id) => ({ id, name: translate(`auditActions.${id}`) }));
  const types = AUDIT_OBJECT_TYPES.map((id) => ({ id, name: translate(`auditObjects.${id}`) }));
  return [
    <SearchBox key="search" source="search" alwaysOn />,
    <ReferenceInput key="actorId" source="actorId" reference="users" filter={STAFF_ROLES}>
      <AutocompleteInput optionText="username" filterToQuery={searchOf} />
    </ReferenceInput>,
    <AutocompleteInput key="action" source="action" choices={actions} sx={{ minWidth: 240 }} />,
    <SelectInput key="objectType" source="objectType" choices={types} />,
    <FromDayInput key="from" source="from" />,
    <ToDayInput key="to" source="to" />,
  ];
}

function Actor() {
  const translate = useTranslate();
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  if (!entry) return null;
  return (
    <>
      {actorWords(entry, translate)}
      {entry.actorRole && <small style={{ display: 'block' }}>{translate(`roles.${entry.actorRole}`)}</small>}
    </>
  );
}

function Action() {
  const translate = useTranslate();
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  return entry ? translate(`auditActions.${entry.action}`, { _: entry.action }) : null;
}

function About() {
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  return entry ? <AuditObjectLink entry={entry} /> : null;
}

function Note() {
  const translate = useTranslate();
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  return entry ? noteWords(entry, translate) : null;
}

function Changed() {
  const entry = useRecordContext<StaffAuditEntryFieldsFragment>();
  if (!entry) return null;
  return (
    <Box sx={{ px: 4, pb: 1.5 }}>
      <ChangeTable before={entry.before} after={entry.after} />
    </Box>
  );
}
