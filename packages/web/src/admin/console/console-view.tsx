import { Alert, Box, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { Link } from 'react-router';

import { Actions } from '#admin/console/actions/actions.tsx';
import { Chart } from '#admin/console/chart.tsx';
import { Pace } from '#admin/console/pace.tsx';
import { Refusals } from '#admin/console/refusals.tsx';
import { StateLine } from '#admin/console/state-line.tsx';
import { Stock } from '#admin/console/stock.tsx';
import type { DropConsole, Watched } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';
import { useServerSecond } from '#clock/clock-context.ts';

/** From this age on, in milliseconds, it is said: one answer that comes late is nobody's business. */
const OLD_MS = 3_000;

/** The console with its numbers. On a phone the actions stay at the bottom; on a wide screen they stand beside. */
export function ConsoleView({ drop, trouble, refresh }: Watched & { drop: DropConsole }) {
  const now = useServerSecond();
  const { coupon } = drop;
  // The clock was set by the same answer, so that this is how long it is ago.
  const ageMs = now - Date.parse(drop.serverTime);
  const isOld = trouble !== null && ageMs >= OLD_MS;
  return (
    <Box sx={{ pb: { xs: '144px', md: 0 } }}>
      {isOld && <Old trouble={trouble} seconds={Math.round(ageMs / 1_000)} />}
      <Heading coupon={coupon} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
          gridTemplateRows: { md: 'auto 1fr' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2.5, opacity: isOld ? 0.7 : 1, gridRow: { md: '1 / span 2' } }}>
          <StateLine coupon={coupon} now={now} />
          <Stock coupon={coupon} />
          <Pace drop={drop} />
          <Chart drop={drop} />
        </Box>
        <Box sx={{ opacity: isOld ? 0.7 : 1, gridColumn: { md: 2 }, gridRow: { md: 2 } }}>
          <Refusals drop={drop} />
        </Box>
        <Box
          sx={{
            position: { xs: 'fixed', md: 'static' },
            inset: 'auto 0 0 0',
            zIndex: 1,
            px: { xs: 2, md: 0 },
            pt: { xs: 1, md: 0 },
            pb: { xs: 'max(8px, env(safe-area-inset-bottom))', md: 0 },
            bgcolor: 'background.default',
            borderTop: { xs: '1px solid var(--line)', md: 0 },
            gridColumn: { md: 2 },
            gridRow: { md: 1 },
          }}
        >
          <Actions coupon={coupon} now={now} refresh={refresh} />
        </Box>
      </Box>
    </Box>
  );
}

/** The book is the page's title; below it the coupon, as the way to its own page. */
function Heading({ coupon }: { coupon: DropConsole['coupon'] }) {
  const { t } = useConsoleWords();
  return (
    <Typography variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>
      <Title title={coupon.book.title} />
      <Box component={Link} to={`/coupons/${encodeURIComponent(coupon.id)}/show`} sx={{ color: 'inherit' }}>
        {t('number', { number: coupon.number })}
      </Box>
    </Typography>
  );
}

/**
 * Says that nothing new comes, and how old the numbers are. Spoken once; the seconds go on in
 * silence. It lies over the title, so that no button moves from under a finger.
 */
function Old({ trouble, seconds }: { trouble: 'lost' | 'busy'; seconds: number }) {
  const { t, number } = useConsoleWords();
  return (
    <Box sx={{ position: 'sticky', top: 100, height: 0, zIndex: 2 }}>
      <Alert
        severity="warning"
        role="alert"
        sx={{ position: 'absolute', inset: '-44px 0 auto 0', fontVariantNumeric: 'tabular-nums' }}
      >
        {t(trouble)} <span aria-hidden>{t('old', { seconds: number(seconds) })}</span>
      </Alert>
    </Box>
  );
}
