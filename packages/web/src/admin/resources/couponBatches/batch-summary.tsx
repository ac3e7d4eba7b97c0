import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { Facts } from '#admin/components/facts.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import type { CouponBatchSummaryQuery } from '#admin/generated/operations.ts';

/** What ordering this batch would do, from what the server says it would. */
export function BatchSummary({ summary }: { summary: CouponBatchSummaryQuery['couponBatchSummary'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { bookTitle, pattern, count, totalQuantity, startsAt, endsAt, opensAtOnce } = summary;
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <>
      <Typography sx={{ mb: 2, fontWeight: 600 }}>
        {translate('resources.couponBatches.summary', {
          title: bookTitle,
          pattern,
          count: number(count),
          each: number(totalQuantity),
          passes: number(count * totalQuantity),
        })}
      </Typography>
      <Facts
        facts={[
          [
            translate('resources.couponBatches.fields.startsAt'),
            opensAtOnce ? translate('launch.atOnce') : <MomentText key="starts" iso={startsAt} />,
          ],
          [translate('resources.couponBatches.fields.endsAt'), <MomentText key="ends" iso={endsAt} />],
          [translate('launch.clocks'), translate('launch.clockWords', { ...summary })],
        ]}
      />
    </>
  );
}
