import { useGetMany, useListContext } from 'react-admin';

import { PassActs } from '#admin/resources/userCoupons/acts/pass-acts.tsx';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';

/** What can be done with the selected passes, those on other pages of the list too. */
export function BulkPassActs() {
  const { selectedIds, onUnselectItems } = useListContext<Pass>();
  const { data } = useGetMany<Pass>('userCoupons', { ids: selectedIds });
  const passes = data?.filter((pass) => pass !== undefined) ?? [];
  return <PassActs passes={passes} ready={passes.length === selectedIds.length} onDone={onUnselectItems} />;
}
