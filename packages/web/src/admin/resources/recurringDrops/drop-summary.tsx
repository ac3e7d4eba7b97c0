import { Alert, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { Facts } from '#admin/components/facts.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import type { FormValues } from '#admin/data-provider/staff-resource.ts';
import type { RecurringDropSummaryQuery } from '#admin/generated/operations.ts';
import { confirmed } from '#admin/resources/recurringDrops/drops-data.ts';
import { useRhythm } from '#admin/resources/recurringDrops/rhythm.ts';

interface DropSummaryProps {
  summary: RecurringDropSummaryQuery['recurringDropSummary'];
  /** Of the form: what the summary is about. */
  values: FormValues;
}

/** What saving would do: to readers from now on, and to the coupons that are there already. */
export function DropSummary({ summary, values }: DropSummaryProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const rhythm = useRhythm();
  const drop = confirmed.parse(values);
  const { bookTitle, upcoming, numbers, changed, takenBack } = summary;
  const words = (key: string, count: number) =>
    translate(`resources.recurringDrops.${key}`, { smart_count: count, value: count.toLocaleString(locale) });
  return (
    <>
      <Typography sx={{ mb: 2, fontWeight: 600 }}>
        {translate('resources.recurringDrops.summary', { title: bookTitle, rhythm: rhythm(drop) })}
      </Typography>
      <Facts
        facts={[
          [translate('resources.recurringDrops.nextOne'), <MomentText key="next" iso={upcoming[0]} />],
          [translate('resources.recurringDrops.open'), words('minutes', drop.openMinutes)],
          [translate('launch.clocks'), translate('launch.clockWords', { ...drop })],
          [translate('resources.recurringDrops.numbers'), numbers.join(', ')],
        ]}
      />
      {(changed > 0 || takenBack > 0) && (
        <Stack spacing={1} sx={{ mt: 2 }}>
          {changed > 0 && <Alert severity="info">{words('changed', changed)}</Alert>}
          {takenBack > 0 && <Alert severity="warning">{words('takenBack', takenBack)}</Alert>}
        </Stack>
      )}
    </>
  );
}
