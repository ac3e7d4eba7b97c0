import {
  AutocompleteInput,
  BooleanInput,
  DataTable,
  ReferenceInput,
  SelectArrayInput,
  SelectInput,
  TextField,
  TextInput,
} from 'react-admin';

import { BulkDelete } from '#admin/components/bulk-delete.tsx';
import { CoverThumb } from '#admin/components/cover-thumb.tsx';
import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ExportButton } from '#admin/components/export-button.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import { STATUSES, VISIBILITIES, WINDOWS } from '#admin/resources/coupons/coupons-data.ts';
import { BookOf, IssuedCell, StateCell, VisibilityCell, WindowCell } from '#admin/resources/coupons/list/cells.tsx';
import { BulkOperations } from '#admin/resources/coupons/list/bulk-operations.tsx';

const choices = (key: string, words: readonly string[]) =>
  words.map((id) => ({ id, name: `resources.coupons.${key}.${id}` }));

const filters = [
  <SearchBox key="search" source="search" alwaysOn />,
  <SelectInput key="window" source="window" choices={choices('windows', WINDOWS)} alwaysOn sx={{ minWidth: 140 }} />,
  <BooleanInput key="withPrinted" source="withPrinted" alwaysOn helperText={false} sx={{ ml: 1.25, mb: 0.75 }} />,
  <SelectArrayInput key="status" source="status" choices={choices('statuses', STATUSES)} />,
  <ReferenceInput key="bookId" source="bookId" reference="books">
    <AutocompleteInput optionText="title" filterToQuery={(search: string) => ({ search })} sx={{ minWidth: 240 }} />
  </ReferenceInput>,
  <SelectArrayInput key="visibility" source="visibility" choices={choices('visibilities', VISIBILITIES)} />,
  <FromDayInput key="startsFrom" source="startsFrom" />,
  <ToDayInput key="startsTo" source="startsTo" />,
  // Filled in by the links of a batch and of a recurring drop.
  <TextInput key="batchId" source="batchId" />,
  <TextInput key="recurringDropId" source="recurringDropId" />,
];

const EMPTY = (
  <EmptyHint
    title="resources.coupons.emptyTitle"
    hint="resources.coupons.emptyHint"
    action="resources.coupons.emptyAction"
  />
);

const SKELETON = { columns: 7, rowHeight: 61 };

/** A batch has up to 100,000 coupons, in front of every drop: they come when they are asked for. */
const DROPS = { printed: false };

/** Every drop; printed codes too when the switch is on. */
export function CouponList() {
  return (
    <StaffList
      filters={filters}
      filter={DROPS}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={
        <ListActions>
          <ExportButton />
        </ListActions>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={<Bulk />}>
        <DataTable.Col label="resources.coupons.fields.cover" disableSort sx={{ width: 52 }}>
          <BookOf>
            <CoverThumb />
          </BookOf>
        </DataTable.Col>
        <DataTable.Col source="number">
          <TextField source="number" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }} />
          <BookOf>
            <TextField source="title" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }} />
          </BookOf>
        </DataTable.Col>
        <DataTable.Col label="resources.coupons.fields.status" disableSort>
          <StateCell />
        </DataTable.Col>
        <DataTable.Col source="issuedQuantity">
          <IssuedCell />
        </DataTable.Col>
        <DataTable.Col source="startsAt" label="resources.coupons.fields.window">
          <WindowCell />
        </DataTable.Col>
        <DataTable.Col label="resources.coupons.fields.visibility" disableSort>
          <VisibilityCell />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}

function Bulk() {
  return (
    <>
      <BulkOperations />
      <BulkDelete type="COUPON" />
    </>
  );
}
