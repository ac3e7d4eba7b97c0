import { Box, LinearProgress, Typography } from '@mui/material';
import { useLocale, useRecordContext, useTranslate } from 'react-admin';

import type { CouponBatchFieldsFragment } from '#admin/generated/operations.ts';

const COLOURS = { RUNNING: 'primary', DONE: 'success', CANCELLED: 'inherit', FAILED: 'error' } as const;

/** How far a batch is, as a bar and in words. */
export function BatchProgress() {
  const batch = useRecordContext<CouponBatchFieldsFragment>();
  const translate = useTranslate();
  const locale = useLocale();
  if (!batch) return null;
  const { made, count, status } = batch;
  const words = translate(`resources.couponBatches.progress.${status}`, {
    made: made.toLocaleString(locale),
    count: count.toLocaleString(locale),
  });
  return (
    <Box sx={{ minWidth: 160 }}>
      <Typography variant="body2" sx={{ mb: 0.5, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {words}
      </Typography>
      <LinearProgress
        variant="determinate"
        color={COLOURS[status]}
        value={(made / count) * 100}
        aria-label={words}
        sx={{ borderRadius: 2 }}
      />
    </Box>
  );
}
