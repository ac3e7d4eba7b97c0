import { Box } from '@mui/material';
import { useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { MomentText } from '#admin/components/moment-text.tsx';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { StateChip } from '#admin/resources/userCoupons/state-chip.tsx';

// The columns of a table of passes; each reads the pass from its row.

export function CodeCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return <Box sx={{ fontFamily: 'ui-monospace, monospace', fontSize: 13, whiteSpace: 'nowrap' }}>{pass.code}</Box>;
}

export function ReaderCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return <RowLink to={`/users/${pass.user.id}/show`}>{pass.user.username}</RowLink>;
}

export function CouponCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  const { id, number, book } = pass.coupon;
  return (
    <>
      <RowLink to={`/coupons/${id}/show`}>{number}</RowLink>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{book.title}</Box>
    </>
  );
}

export function PlaceCell() {
  const translate = useTranslate();
  const locale = useLocale();
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {translate('resources.userCoupons.place', {
        sequence: pass.sequence.toLocaleString(locale),
        total: pass.coupon.totalQuantity.toLocaleString(locale),
      })}
    </span>
  );
}

export function StateCell() {
  const pass = useRecordContext<Pass>();
  return pass ? <StateChip pass={pass} /> : null;
}

/** Both clocks: the use, and below it the reading once it has begun. */
export function ClocksCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return (
    <>
      <MomentText iso={pass.expiresAt} />
      {pass.readableUntil !== null && (
        <Box sx={{ mt: 0.25 }}>
          → <MomentText iso={pass.readableUntil} />
        </Box>
      )}
    </>
  );
}

/** A link in a row that leads elsewhere than the row. */
function RowLink({ to, children }: { to: string; children: string }) {
  return (
    <Box component={Link} to={to} onClick={(event) => event.stopPropagation()} sx={{ color: 'text.primary' }}>
      {children}
    </Box>
  );
}
