import { Skeleton, Tooltip, Typography } from '@mui/material';
import { useListContext, useLocale, useTranslate } from 'react-admin';
import { z } from 'zod';

const counted = z.object({ count: z.object({ value: z.number(), isExact: z.boolean() }) });

/** How many rows match the filters; past 10,000 an estimate, and called one. */
export function ListCount() {
  const { meta, isPending } = useListContext();
  const translate = useTranslate();
  const locale = useLocale();
  const count = counted.safeParse(meta).data?.count;
  if (!count) return isPending ? <Skeleton width={72} sx={{ fontSize: 14 }} /> : null;
  const words = translate(count.isExact ? 'count.exact' : 'count.estimated', {
    value: count.value.toLocaleString(locale),
  });
  return (
    <Tooltip title={count.isExact ? '' : translate('count.estimatedHint')}>
      <Typography
        variant="body2"
        role="status"
        sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {words}
      </Typography>
    </Tooltip>
  );
}
