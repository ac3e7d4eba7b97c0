import { useMediaQuery } from '@mui/material';
import {
  AutocompleteInput,
  DataTable,
  ReferenceInput,
  SelectArrayInput,
  SortButton,
  useCanAccess,
  useTranslate,
  type TranslateFunction,
} from 'react-admin';

import { FromDayInput, ToDayInput } from '#admin/components/day-input.tsx';
import { EmptyHint } from '#admin/components/empty-hint.tsx';
import { ExportButton } from '#admin/components/export-button.tsx';
import { ListActions } from '#admin/components/list-actions.tsx';
import { SearchBox } from '#admin/components/search-box.tsx';
import { StaffList } from '#admin/components/staff-list.tsx';
import { BulkPassActs } from '#admin/resources/userCoupons/bulk-pass-acts.tsx';
import { NarrowPassColumn, PassColumns } from '#admin/resources/userCoupons/pass-columns.tsx';
import { PASS_STATES } from '#admin/resources/userCoupons/pass.ts';

const EMPTY = <EmptyHint title="resources.userCoupons.emptyTitle" hint="resources.userCoupons.emptyHint" />;
const SKELETON = { columns: 7, rowHeight: 54 };
const NARROW_SKELETON = { columns: 2, rowHeight: 51 };
/** The last two show only the passes to which that has happened. */
const SORTED_BY = ['createdAt', 'usedAt', 'revokedAt'];
const searchOf = (search: string) => ({ search });

/** Every pass. */
export function UserCouponList() {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'userCoupons', action: 'edit' });
  const isNarrow = useMediaQuery((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  return (
    <StaffList
      filters={filtersIn(translate)}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={EMPTY}
      skeleton={isNarrow ? NARROW_SKELETON : SKELETON}
      actions={
        <ListActions>
          <ExportButton />
          <SortButton fields={SORTED_BY} />
        </ListActions>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={canAccess === true && <BulkPassActs />}>
        {isNarrow ? <NarrowPassColumn /> : <PassColumns />}
      </DataTable>
    </StaffList>
  );
}

function filtersIn(translate: TranslateFunction) {
  const states = PASS_STATES.map((id) => ({ id, name: translate(`resources.userCoupons.states.${id}`) }));
  return [
    <SearchBox key="search" source="search" alwaysOn />,
    <SelectArrayInput key="state" source="state" choices={states} alwaysOn sx={{ minWidth: 160 }} />,
    <ReferenceInput key="couponId" source="couponId" reference="coupons">
      <AutocompleteInput optionText="number" filterToQuery={searchOf} />
    </ReferenceInput>,
    <ReferenceInput key="userId" source="userId" reference="users">
      <AutocompleteInput optionText="username" filterToQuery={searchOf} />
    </ReferenceInput>,
    <ReferenceInput key="bookId" source="bookId" reference="books">
      <AutocompleteInput optionText="title" filterToQuery={searchOf} />
    </ReferenceInput>,
    <FromDayInput key="createdFrom" source="createdFrom" />,
    <ToDayInput key="createdTo" source="createdTo" />,
  ];
}
