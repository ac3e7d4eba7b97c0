import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';

import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { CodeCell, StateCell } from '#admin/resources/userCoupons/pass-cells.tsx';

/** A pass on a phone: code, reader, coupon and state at once. No links: the whole row leads to the pass. */
export function NarrowPassCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <CodeCell />
        <Box sx={{ mt: 0.25, fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {pass.user.username} · {pass.coupon.number}
        </Box>
      </Box>
      <Box sx={{ flexShrink: 0, textAlign: 'right' }}>
        <StateCell />
      </Box>
    </Box>
  );
}
