import { Alert, Card, CardContent, Typography } from '@mui/material';
import { TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';

import { BookLink } from '#admin/components/book-link.tsx';
import { Facts } from '#admin/components/facts.tsx';
import { History } from '#admin/components/history.tsx';
import { MadeCoupons } from '#admin/components/made-coupons.tsx';
import { MomentText } from '#admin/components/moment-text.tsx';
import { RecordDelete } from '#admin/components/record-delete.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import type { CouponBatchFieldsFragment } from '#admin/generated/operations.ts';
import { ExportNumbers, StopBatch } from '#admin/resources/couponBatches/batch-actions.tsx';
import { BatchProgress } from '#admin/resources/couponBatches/batch-progress.tsx';
import { LOOK_EVERY_MS } from '#admin/resources/couponBatches/look-every.ts';

interface ShowQuery {
  readonly state: { readonly data?: CouponBatchFieldsFragment | undefined };
}

const lookOn = {
  refetchInterval: ({ state }: ShowQuery) => (state.data?.status === 'RUNNING' ? LOOK_EVERY_MS : false),
};

/** A batch, how far it is, its numbers, and what staff did to it. */
export function BatchShow() {
  return (
    <StaffShow
      queryOptions={lookOn}
      component="div"
      actions={
        <TopToolbar>
          <StopBatch />
          <RecordDelete type="COUPON_BATCH" />
          <ExportNumbers />
        </TopToolbar>
      }
    >
      <BatchPage />
    </StaffShow>
  );
}

function BatchPage() {
  const batch = useRecordContext<CouponBatchFieldsFragment>();
  const translate = useTranslate();
  const locale = useLocale();
  if (!batch) return null;
  const { id, book, totalQuantity, startsAt, endsAt, createdAt, problem, status, useWithinDays, readingDays } = batch;
  const field = (name: string) => translate(`resources.couponBatches.fields.${name}`);
  return (
    <>
      <Card>
        <CardContent>
          <Typography component="h2" variant="h5" sx={{ mb: 1 }}>
            {batch.pattern}
          </Typography>
          <BatchProgress />
          {problem !== null && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {translate('resources.couponBatches.usedUp', { _: problem })}
            </Alert>
          )}
          <Typography component="div" sx={{ mt: 2 }}>
            <Facts
              facts={[
                [translate('launch.book'), <BookLink key="book" book={book} />],
                [field('totalQuantity'), totalQuantity.toLocaleString(locale)],
                [field('startsAt'), <MomentText key="starts" iso={startsAt} />],
                [field('endsAt'), <MomentText key="ends" iso={endsAt} />],
                [translate('launch.clocks'), translate('launch.clockWords', { useWithinDays, readingDays })],
                [field('createdAt'), <MomentText key="created" iso={createdAt} />],
              ]}
            />
          </Typography>
        </CardContent>
      </Card>
      <MadeCoupons
        query={{ batchId: id, sort: 'NUMBER', order: 'ASC' }}
        title={translate('resources.couponBatches.coupons')}
        empty={translate('resources.couponBatches.noCoupons')}
        lookEvery={status === 'RUNNING' ? LOOK_EVERY_MS : false}
      />
      <History objectType="COUPON_BATCH" objectId={id} />
    </>
  );
}
