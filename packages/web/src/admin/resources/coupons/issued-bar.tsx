import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

interface IssuedBarProps {
  issuedQuantity: number;
  totalQuantity: number;
}

/** How many passes are out, of how many: in numbers, and as a bar that fills. */
export function IssuedBar({ issuedQuantity, totalQuantity }: IssuedBarProps) {
  const locale = useLocale();
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 88, maxWidth: 240, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {issuedQuantity.toLocaleString(locale)}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' / '}
        {totalQuantity.toLocaleString(locale)}
      </Box>
      <Box
        role="meter"
        aria-label={translate('resources.coupons.fields.issuedQuantity')}
        aria-valuemin={0}
        aria-valuemax={totalQuantity}
        aria-valuenow={issuedQuantity}
        sx={{ height: 4, mt: 0.5, borderRadius: 2, backgroundColor: 'var(--line)', overflow: 'hidden' }}
      >
        <Box
          sx={{
            height: '100%',
            width: `${(100 * issuedQuantity) / Math.max(1, totalQuantity)}%`,
            backgroundColor: 'var(--ink)',
          }}
        />
      </Box>
    </Box>
  );
}
