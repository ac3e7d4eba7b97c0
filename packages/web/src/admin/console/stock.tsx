import { Box, Typography } from '@mui/material';

import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** What is left and what is out, to be read from an arm's length, and a bar that empties. */
export function Stock({ coupon }: { coupon: DropConsole['coupon'] }) {
  const { t, number, passes } = useConsoleWords();
  const { quantity, issuedQuantity, totalQuantity } = coupon;
  const share = totalQuantity > 0 ? quantity / totalQuantity : 0;
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between', gap: 2 }}>
        <Figure label={t('stock.left')} value={number(quantity)} isLarge />
        <Figure label={t('stock.issued')} value={number(issuedQuantity)} note={`/ ${number(totalQuantity)}`} />
      </Box>
      <Box
        role="img"
        aria-label={t('stock.bar', { left: passes(quantity), total: number(totalQuantity) })}
        sx={{
          height: 12,
          mt: 1.5,
          borderRadius: 1,
          overflow: 'hidden',
          bgcolor: 'var(--sunken)',
          border: '1px solid var(--line)',
        }}
      >
        <Box
          sx={{
            height: '100%',
            bgcolor: 'var(--ink)',
            transformOrigin: 'left',
            transform: `scaleX(${share})`,
            transition: 'transform 300ms var(--ease)',
          }}
        />
      </Box>
    </Box>
  );
}

interface FigureProps {
  label: string;
  value: string;
  note?: string;
  isLarge?: boolean;
}

function Figure({ label, value, note, isLarge = false }: FigureProps) {
  return (
    <Box sx={{ textAlign: isLarge ? 'left' : 'right', minWidth: 0 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography
        component="p"
        sx={{
          fontSize: isLarge ? '3.5rem' : '1.75rem',
          fontWeight: 700,
          lineHeight: 1.1,
          letterSpacing: '-0.03em',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {value}
        {note !== undefined && (
          <Typography component="span" sx={{ color: 'text.secondary', letterSpacing: 0, ml: 0.75 }}>
            {note}
          </Typography>
        )}
      </Typography>
    </Box>
  );
}
