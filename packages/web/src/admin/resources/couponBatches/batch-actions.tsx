import StopIcon from '@mui/icons-material/BlockOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Typography } from '@mui/material';
import { useCanAccess, useLocale, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { useAction } from '#admin/components/use-action.ts';
import {
  CancelCouponBatchDocument,
  ExportBatchNumbersDocument,
  type CouponBatchFieldsFragment,
} from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

/** All numbers of the batch as a file. The link is good once, for a minute: it is asked for when it is wanted. */
export function ExportNumbers() {
  const batch = useRecordContext<CouponBatchFieldsFragment>();
  const translate = useTranslate();
  const notify = useNotify();
  const send = useSend();
  const { working, run } = useAction(async () => {
    try {
      const { exportCoupons } = await send(ExportBatchNumbersDocument, { batchId: batch?.id ?? '' });
      window.location.assign(exportCoupons.url);
    } catch (error) {
      notify(error instanceof Error ? error.message : 'errors.UNKNOWN', { type: 'error' });
    }
  });
  if (!batch || batch.made === 0) return null;
  return (
    <Button size="small" startIcon={<DownloadIcon />} disabled={working} onClick={() => void run()}>
      {translate('resources.couponBatches.csv')}
    </Button>
  );
}

/** Makes no more of a batch that is being made, for who may. */
export function StopBatch() {
  const batch = useRecordContext<CouponBatchFieldsFragment>();
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const refresh = useRefresh();
  const send = useSend();
  const { canAccess } = useCanAccess({ resource: 'couponBatches', action: 'edit' });
  if (batch?.status !== 'RUNNING' || canAccess !== true) return null;

  async function stop() {
    const { made } = (await send(CancelCouponBatchDocument, { id: batch?.id ?? '' })).cancelCouponBatch;
    notify('resources.couponBatches.stopped', { messageArgs: { made: made.toLocaleString(locale) } });
    refresh();
  }
  return (
    <ConfirmAction
      danger
      label={translate('resources.couponBatches.stop')}
      icon={<StopIcon />}
      title={translate('resources.couponBatches.stopTitle')}
      confirmLabel={translate('resources.couponBatches.stop')}
      onConfirm={stop}
    >
      <Typography>{translate('resources.couponBatches.stopHint')}</Typography>
    </ConfirmAction>
  );
}
