import { DataTable, TextField, useTranslate } from 'react-admin';

import { BulkDelete } from '#admin/components/bulk-delete.tsx';
import { CoverThumb } from '#admin/components/cover-thumb.tsx';
import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ExportButton } from '#admin/components/export-button.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { MomentField } from '#admin/components/moment-field.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';

const filters = [
  <SearchBox key="search" source="search" alwaysOn />,
  <FromDayInput key="createdFrom" source="createdFrom" />,
  <ToDayInput key="createdTo" source="createdTo" />,
];

const EMPTY = (
  <EmptyHint title="resources.books.emptyTitle" hint="resources.books.emptyHint" action="resources.books.emptyAction" />
);

const SKELETON = { columns: 6, rowHeight: 61 };

/** Every book. */
export function BookList() {
  const translate = useTranslate();
  return (
    <StaffList
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={
        <ListActions>
          <ExportButton />
        </ListActions>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={<BulkDelete type="BOOK" />}>
        <DataTable.Col label="resources.books.fields.cover" disableSort sx={{ width: 52 }}>
          <CoverThumb />
        </DataTable.Col>
        <DataTable.Col source="title">
          <TextField source="title" sx={{ fontWeight: 600 }} />
        </DataTable.Col>
        <DataTable.Col source="author" />
        <DataTable.NumberCol source="couponCount" disableSort />
        <DataTable.Col source="createdAt" label={translate('resources.books.fields.createdAt')}>
          <MomentField source="createdAt" />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}
