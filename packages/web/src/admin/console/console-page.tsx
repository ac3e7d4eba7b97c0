import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router';

import { ConsoleView } from '#admin/console/console-view.tsx';
import { useConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';
import { ClockContext } from '#clock/clock-context.ts';

/** `/coupons/:id/console`: a drop as it goes, and what may be done with it. Made for a phone in one hand. */
export function ConsolePage() {
  const { id = '' } = useParams();
  return <WatchedDrop key={id} couponId={id} />;
}

function WatchedDrop({ couponId }: { couponId: string }) {
  const { t } = useConsoleWords();
  const watched = useConsole(couponId);
  const { drop, trouble, clock } = watched;
  return (
    <Box sx={{ maxWidth: 1040, width: '100%', pb: 2 }}>
      {!drop && <Title title={t('title')} />}
      <ClockContext value={clock}>
        {drop && <ConsoleView {...watched} drop={drop} />}
        {drop === null && <Typography>{t('notFound')}</Typography>}
        {drop === undefined && trouble === null && <Loading />}
        {drop === undefined && trouble !== null && <Alert severity="warning">{t('firstFailed')}</Alert>}
      </ClockContext>
    </Box>
  );
}

/** As high as what comes. */
function Loading() {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('console.loading')}>
      <Skeleton variant="text" width="60%" height={36} />
      <Skeleton variant="rounded" height={120} sx={{ my: 2 }} />
      <Skeleton variant="rounded" height={200} />
    </Box>
  );
}
