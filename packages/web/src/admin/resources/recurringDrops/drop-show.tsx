import { Alert, Box, Card, CardContent, Typography } from '@mui/material';
import { EditButton, TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';

import { BookLink } from '#admin/components/book-link.tsx';
import { Facts } from '#admin/components/facts.tsx';
import { History } from '#admin/components/history.tsx';
import { MadeCoupons } from '#admin/components/made-coupons.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import { RecordDelete } from '#admin/components/record-delete.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import type { RecurringDropFieldsFragment } from '#admin/generated/operations.ts';
import { PauseOrResume } from '#admin/resources/recurringDrops/drop-actions.tsx';
import { DropState } from '#admin/resources/recurringDrops/drop-state.tsx';
import { useRhythm } from '#admin/resources/recurringDrops/rhythm.ts';

/** Its coupons are made a moment after it was created, edited or resumed. */
const LOOK_EVERY_MS = 3000;

/** A recurring drop, when it opens next, its coupons, and what staff did to it. */
export function DropShow() {
  return (
    <StaffShow
      component="div"
      actions={
        <TopToolbar>
          <PauseOrResume />
          <RecordDelete type="RECURRING_DROP" />
          <EditButton />
        </TopToolbar>
      }
    >
      <DropPage />
    </StaffShow>
  );
}

function DropPage() {
  const drop = useRecordContext<RecurringDropFieldsFragment>();
  const translate = useTranslate();
  const rhythm = useRhythm();
  if (!drop) return null;
  return (
    <>
      <Card>
        <CardContent>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
            <Typography component="h2" variant="h5">
              {rhythm(drop)}
            </Typography>
            <DropState />
          </Box>
          {drop.problem !== null && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {translate('resources.recurringDrops.problem', { numbers: drop.problem.split(':')[0] ?? '' })}
            </Alert>
          )}
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' }, gap: 4 }}>
            <DropFacts drop={drop} />
            <Upcoming moments={drop.upcoming} />
          </Box>
        </CardContent>
      </Card>
      <MadeCoupons
        query={{ recurringDropId: drop.id, sort: 'STARTS_AT', order: 'DESC' }}
        title={translate('resources.recurringDrops.coupons')}
        empty={translate('resources.recurringDrops.noCoupons')}
        lookEvery={drop.isPaused ? false : LOOK_EVERY_MS}
      />
      <History objectType="RECURRING_DROP" objectId={drop.id} />
    </>
  );
}

function DropFacts({ drop }: { drop: RecurringDropFieldsFragment }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { book, numberPattern, openMinutes, startsOn, endsOn, skippedDays, visibility } = drop;
  const field = (name: string) => translate(`resources.recurringDrops.fields.${name}`);
  const minutes = { smart_count: openMinutes, value: openMinutes.toLocaleString(locale) };
  return (
    <Facts
      facts={[
        [translate('launch.book'), <BookLink key="book" book={book} />],
        [translate('resources.recurringDrops.open'), translate('resources.recurringDrops.minutes', minutes)],
        [translate('launch.clocks'), translate('launch.clockWords', { ...drop })],
        [field('numberPattern'), numberPattern],
        [field('visibility'), translate(`launch.visibilities.${visibility}`)],
        [field('startsOn'), startsOn],
        [field('endsOn'), endsOn],
        [translate('resources.recurringDrops.skipped'), skippedDays.length > 0 ? skippedDays.join(', ') : null],
      ]}
    />
  );
}

function Upcoming({ moments }: { moments: readonly string[] }) {
  const translate = useTranslate();
  return (
    <Box component="section">
      <Typography component="h3" variant="h6" sx={{ mb: 1 }}>
        {translate('resources.recurringDrops.next')}
      </Typography>
      {moments.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('resources.recurringDrops.noNext')}</Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', rowGap: 0.5 }}>
        {moments.map((moment) => (
          <li key={moment}>
            <MomentText iso={moment} />
          </li>
        ))}
      </Box>
    </Box>
  );
}
