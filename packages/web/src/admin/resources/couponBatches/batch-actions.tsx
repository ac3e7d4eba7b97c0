import StopIcon from '@mui/icons-material/BlockOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Typography } from '@mui/material';
import { useCanAccess, useLocale, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { useExport } from '#admin/components/use-export.ts';
import { CancelCouponBatchDocument, type CouponBatchFieldsFragment } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

/** All numbers of the batch as a file. The link is good once, for a minute: it is asked for when it is wanted. */
export function ExportNumbers() {
  const batch = useRecordContext<CouponBatchFieldsFragment>();
  const translate = useTranslate();
  const file = useExport('coupons');
  if (!batch || batch.made === 0 || !file) return null;
  return (
    <Button
      size="small"
      startIcon={<DownloadIcon />}
      disabled={file.asking}
      onClick={() => file.begin({ batchId: batch.id })}
    >
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
