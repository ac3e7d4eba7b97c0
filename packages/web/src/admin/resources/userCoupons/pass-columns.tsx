import { DataTable } from 'react-admin';

import { NarrowPassCell } from '#admin/resources/userCoupons/narrow-pass-cell.tsx';
import {
  ClocksCell,
  CodeCell,
  CouponCell,
  IssuedCell,
  ReaderCell,
  StateCell,
} from '#admin/resources/userCoupons/pass-cells.tsx';

/** What a table of every pass shows. */
export function PassColumns() {
  return (
    <>
      <DataTable.Col source="code" disableSort>
        <CodeCell />
      </DataTable.Col>
      <DataTable.Col source="user" disableSort>
        <ReaderCell />
      </DataTable.Col>
      <DataTable.Col source="coupon" disableSort>
        <CouponCell />
      </DataTable.Col>
      <DataTable.Col source="state" disableSort>
        <StateCell />
      </DataTable.Col>
      <DataTable.Col source="createdAt">
        <IssuedCell />
      </DataTable.Col>
      <DataTable.Col source="clocks" disableSort>
        <ClocksCell />
      </DataTable.Col>
    </>
  );
}

/** The same on a phone: one column, so that nothing of it lies beyond the edge. */
export function NarrowPassColumn() {
  return (
    <DataTable.Col source="code" disableSort>
      <NarrowPassCell />
    </DataTable.Col>
  );
}
