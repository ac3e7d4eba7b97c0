import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

import { useNow } from '#admin/components/use-now.ts';
import { dropState, type DropFacts, type DropStateName } from '#admin/console/drop-state.ts';

const DOT: Readonly<Record<DropStateName, string>> = {
  opens: 'var(--line-strong)',
  open: 'var(--success)',
  paused: 'var(--ink)',
  soldOut: 'var(--ink)',
  closed: 'var(--line-strong)',
  over: 'var(--line-strong)',
};

/** How a drop stands, in a word: its status and its window together. */
export function StateChip({ coupon }: { coupon: DropFacts }) {
  const translate = useTranslate();
  const { name } = dropState(coupon, useNow());
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: 1,
        py: 0.25,
        borderRadius: 99,
        border: '1px solid var(--line)',
        fontSize: 12.5,
        fontWeight: 600,
        whiteSpace: 'nowrap',
        color: name === 'over' || name === 'closed' ? 'text.secondary' : 'text.primary',
      }}
    >
      <Box
        aria-hidden
        sx={{ width: 8, height: 8, borderRadius: name === 'paused' ? '2px' : '50%', backgroundColor: DOT[name] }}
      />
      {translate(`console.state.${name}`)}
    </Box>
  );
}
