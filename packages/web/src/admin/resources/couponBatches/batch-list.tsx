import { DataTable, SelectInput, TextField } from 'react-admin';

import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { MomentField } from '#admin/components/moment-field.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import type { CouponBatchFieldsFragment } from '#admin/generated/operations.ts';
import { BatchProgress } from '#admin/resources/couponBatches/batch-progress.tsx';
import { LOOK_EVERY_MS } from '#admin/resources/couponBatches/look-every.ts';

const STATUSES = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'].map((id) => ({
  id,
  name: `resources.couponBatches.statuses.${id}`,
}));

const filters = [
  <SearchBox key="search" source="search" alwaysOn />,
  <SelectInput key="status" source="status" choices={STATUSES} />,
  <FromDayInput key="createdFrom" source="createdFrom" />,
  <ToDayInput key="createdTo" source="createdTo" />,
];

const EMPTY = (
  <EmptyHint
    title="resources.couponBatches.emptyTitle"
    hint="resources.couponBatches.emptyHint"
    action="resources.couponBatches.emptyAction"
  />
);

const SKELETON = { columns: 5, rowHeight: 61 };

interface ListQuery {
  readonly state: { readonly data?: { readonly data: readonly CouponBatchFieldsFragment[] } | undefined };
}

/** While one is being made the list goes on looking. */
const lookOn = {
  refetchInterval: ({ state }: ListQuery) =>
    state.data?.data.some(({ status }) => status === 'RUNNING') === true ? LOOK_EVERY_MS : false,
};

/** Every batch of printed codes. */
export function BatchList() {
  return (
    <StaffList
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={SKELETON}
      actions={<ListActions />}
      queryOptions={lookOn}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="pattern">
          <TextField source="pattern" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }} />
        </DataTable.Col>
        <DataTable.Col source="book.title" label="launch.book" disableSort sx={{ minWidth: 120 }} />
        <DataTable.Col source="count" label="resources.couponBatches.fields.progress">
          <BatchProgress />
        </DataTable.Col>
        <DataTable.NumberCol source="totalQuantity" disableSort />
        <DataTable.Col source="endsAt" disableSort>
          <MomentField source="endsAt" />
        </DataTable.Col>
      </DataTable>
    </StaffList>
  );
}
