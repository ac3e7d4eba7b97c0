import { Typography } from '@mui/material';
import { BooleanInput, DataTable, useRecordContext } from 'react-admin';

import { BulkDelete } from '#admin/components/bulk-delete.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import type { RecurringDropFieldsFragment } from '#admin/generated/operations.ts';
import { DropState } from '#admin/resources/recurringDrops/drop-state.tsx';
import { useRhythm } from '#admin/resources/recurringDrops/rhythm.ts';

const filters = [
  <SearchBox key="search" source="search" alwaysOn />,
  <BooleanInput key="isPaused" source="isPaused" />,
];

const EMPTY = (
  <EmptyHint
    title="resources.recurringDrops.emptyTitle"
    hint="resources.recurringDrops.emptyHint"
    action="resources.recurringDrops.emptyAction"
  />
);

const SKELETON = { columns: 5, rowHeight: 52 };

/** Every recurring drop. */
export function DropList() {
  return (
    <StaffList
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={<ListActions />}
    >
      <DataTable rowClick="show" bulkActionButtons={<BulkDelete type="RECURRING_DROP" />}>
        <DataTable.Col source="totalQuantity" label="resources.recurringDrops.fields.rhythm">
          <Rhythm />
        </DataTable.Col>
        <DataTable.Col source="book.title" label="launch.book" disableSort />
        <DataTable.Col source="upcoming" label="resources.recurringDrops.nextOne" disableSort>
          <NextOne />
        </DataTable.Col>
        <DataTable.Col source="numberPattern" />
        <DataTable.Col source="isPaused" label="resources.recurringDrops.fields.state" disableSort>
          <DropState />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}

function Rhythm() {
  const drop = useRecordContext<RecurringDropFieldsFragment>();
  const rhythm = useRhythm();
  if (!drop) return null;
  return (
    <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
      {rhythm(drop)}
    </Typography>
  );
}

function NextOne() {
  const drop = useRecordContext<RecurringDropFieldsFragment>();
  return <MomentText iso={drop?.upcoming[0]} />;
}
