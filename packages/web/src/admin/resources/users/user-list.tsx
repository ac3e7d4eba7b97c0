import { Box } from '@mui/material';
import {
  DataTable,
  SelectArrayInput,
  useCanAccess,
  useListContext,
  useRecordContext,
  useTranslate,
  type TranslateFunction,
} from 'react-admin';

import { BulkDelete } from '#admin/components/bulk-delete.tsx';
import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ExportButton } from '#admin/components/export-button.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { MomentField } from '#admin/components/moment-field.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import type { StaffUserFieldsFragment } from '#admin/generated/operations.ts';
import { EndSessions } from '#admin/resources/users/end-sessions.tsx';
import { RoleChip } from '#admin/resources/users/role-chip.tsx';
import { ROLES } from '#admin/resources/users/roles.ts';

const EMPTY = (
  <EmptyHint title="resources.users.emptyTitle" hint="resources.users.emptyHint" action="resources.users.emptyAction" />
);
const SKELETON = { columns: 6, rowHeight: 41 };

/** Readers and staff. */
export function UserList() {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'users', action: 'delete' });
  return (
    <StaffList
      filters={filtersIn(translate)}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={
        <ListActions>
          <ExportButton />
        </ListActions>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={canAccess === true && <BulkActs />}>
        <DataTable.Col source="username">
          <Username />
        </DataTable.Col>
        <DataTable.Col source="role" disableSort>
          <TheirRole />
        </DataTable.Col>
        <DataTable.NumberCol source="passCount" disableSort />
        <DataTable.NumberCol source="sessionCount" disableSort />
        <DataTable.Col source="createdAt">
          <MomentField source="createdAt" />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}

function filtersIn(translate: TranslateFunction) {
  const roles = ROLES.map((id) => ({ id, name: translate(`roles.${id}`) }));
  return [
    <SearchBox key="search" source="search" alwaysOn />,
    <SelectArrayInput key="role" source="role" choices={roles} />,
    <FromDayInput key="createdFrom" source="createdFrom" />,
    <ToDayInput key="createdTo" source="createdTo" />,
  ];
}

function BulkActs() {
  const { selectedIds, data = [], onUnselectItems } = useListContext<StaffUserFieldsFragment>();
  const users = data.filter(({ id }) => selectedIds.includes(id));
  return (
    <>
      <EndSessions ids={selectedIds.map(String)} users={users} onDone={onUnselectItems} />
      <BulkDelete type="USER" />
    </>
  );
}

function Username() {
  const translate = useTranslate();
  const user = useRecordContext<StaffUserFieldsFragment>();
  if (!user) return null;
  return (
    <>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {user.username}
      </Box>
      {!user.canLogIn && (
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
          {translate('resources.users.cannotLogIn')}
        </Box>
      )}
    </>
  );
}

function TheirRole() {
  const user = useRecordContext<StaffUserFieldsFragment>();
  return user ? <RoleChip role={user.role} /> : null;
}
