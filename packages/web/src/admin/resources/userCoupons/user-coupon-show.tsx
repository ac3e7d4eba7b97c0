import { Box, Card, CardContent, Typography } from '@mui/material';
import { useCanAccess, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { CopyButton } from '#admin/components/copy-button.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import { PassActs } from '#admin/resources/userCoupons/acts/pass-acts.tsx';
import { PassStory } from '#admin/resources/userCoupons/pass-story.tsx';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { StateChip } from '#admin/resources/userCoupons/state-chip.tsx';

/** A pass: its code to read out or copy, its two clocks, what can be done with it, and its story. */
export function UserCouponShow() {
  return (
    <StaffShow actions={false} component="div">
      <PassPage />
    </StaffShow>
  );
}

function PassPage() {
  const pass = useRecordContext<Pass>();
  const { canAccess } = useCanAccess({ resource: 'userCoupons', action: 'edit' });
  if (!pass) return null;
  return (
    <>
      <Card>
        <CardContent>
          <Code pass={pass} />
          <WhoseAndWhat pass={pass} />
          <Clocks pass={pass} />
          {canAccess === true && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2, ml: -1 }}>
              <PassActs passes={[pass]} />
            </Box>
          )}
        </CardContent>
      </Card>
      <PassStory pass={pass} />
    </>
  );
}

function Code({ pass }: { pass: Pass }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 2, rowGap: 0.5, flexWrap: 'wrap' }}>
      <Typography
        component="h2"
        sx={{ fontFamily: 'ui-monospace, monospace', fontSize: { xs: 22, sm: 28 }, fontWeight: 700 }}
      >
        {pass.code}
      </Typography>
      <CopyButton text={pass.code} label="resources.userCoupons.copyCode" />
      <Box sx={{ textAlign: 'center' }}>
        <StateChip pass={pass} />
      </Box>
    </Box>
  );
}

function WhoseAndWhat({ pass: { coupon, user, sequence } }: { pass: Pass }) {
  const translate = useTranslate();
  const locale = useLocale();
  const place = { sequence: sequence.toLocaleString(locale), total: coupon.totalQuantity.toLocaleString(locale) };
  return (
    <Box sx={{ mt: 1, '& a': { color: 'text.primary' } }}>
      <Typography>
        <Link to={`/books/${coupon.book.id}/show`}>{coupon.book.title}</Link>
        {' · '}
        <Link to={`/coupons/${coupon.id}/show`}>{coupon.number}</Link>
        {' · '}
        {translate('resources.userCoupons.placeWords', place)}
      </Typography>
      <Typography>
        {translate('resources.userCoupons.fields.user')} <Link to={`/users/${user.id}/show`}>{user.username}</Link>
      </Typography>
    </Box>
  );
}

function Clocks({ pass: { expiresAt, readableUntil, readingDays } }: { pass: Pass }) {
  const translate = useTranslate();
  const clocks = [
    { name: 'clockUse', value: <MomentText iso={expiresAt} /> },
    {
      name: 'clockRead',
      value:
        readableUntil === null ? (
          translate('resources.userCoupons.notYetUsed', { days: readingDays })
        ) : (
          <MomentText iso={readableUntil} />
        ),
    },
  ];
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1, m: 0, mt: 2 }}>
      {clocks.map(({ name, value }) => (
        <div key={name}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(`resources.userCoupons.${name}`)}
          </Typography>
          <Box component="dd" sx={{ m: 0 }}>
            {value}
          </Box>
        </div>
      ))}
    </Box>
  );
}
