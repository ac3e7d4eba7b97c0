import { Box } from '@mui/material';
import { useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { ShortMoment } from '#admin/resources/userCoupons/short-moment.tsx';
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

/** The coupon, its book, and the pass's place in it. */
export function CouponCell() {
  const translate = useTranslate();
  const locale = useLocale();
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  const { id, number, book, totalQuantity } = pass.coupon;
  const place = { sequence: pass.sequence.toLocaleString(locale), total: totalQuantity.toLocaleString(locale) };
  return (
    <>
      <RowLink to={`/coupons/${id}/show`}>{number}</RowLink>
      <Box sx={{ fontSize: 12, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {book.title}
        {' · '}
        <span style={{ whiteSpace: 'nowrap' }}>{translate('resources.userCoupons.place', place)}</span>
      </Box>
    </>
  );
}

export function StateCell() {
  const pass = useRecordContext<Pass>();
  return pass ? <StateChip pass={pass} /> : null;
}

export function IssuedCell() {
  const pass = useRecordContext<Pass>();
  return pass ? <ShortMoment iso={pass.createdAt} /> : null;
}

/** Both clocks: the use, and below it the reading once it has begun. */
export function ClocksCell() {
  const pass = useRecordContext<Pass>();
  if (!pass) return null;
  return (
    <>
      <ShortMoment iso={pass.expiresAt} />
      {pass.readableUntil !== null && (
        <Box sx={{ mt: 0.25, display: 'flex', gap: 0.5 }}>
          → <ShortMoment iso={pass.readableUntil} />
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
