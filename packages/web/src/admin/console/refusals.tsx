import { Box, Typography } from '@mui/material';
import { useId } from 'react';

import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** Who got none, and why, over the whole drop. Every reason has its line, so that nothing moves when one begins. */
export function Refusals({ drop }: { drop: DropConsole }) {
  const { t, number } = useConsoleWords();
  const titleId = useId();
  const sum = drop.refusals.reduce((all, { count }) => all + count, 0);
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography id={titleId} component="h2" variant="h6" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('refusals.title', { smart_count: sum, value: number(sum) })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('refusals.hint')}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {drop.refusals.map(({ reason, count }) => (
          <Line key={reason} words={t(`refusals.${reason}`)} count={count} shown={number(count)} />
        ))}
        <Line
          words={`${t('refusals.already')} (${t('refusals.alreadyHint')})`}
          count={drop.alreadyIssued}
          shown={number(drop.alreadyIssued)}
        />
      </Box>
    </Box>
  );
}

function Line({ words, count, shown }: { words: string; count: number; shown: string }) {
  return (
    <Box
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        gap: 2,
        py: 0.75,
        borderTop: '1px solid var(--line)',
        color: count === 0 ? 'text.secondary' : 'text.primary',
      }}
    >
      <Typography component="dt" variant="body2">
        {words}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, fontWeight: count === 0 ? 400 : 700, fontVariantNumeric: 'tabular-nums' }}
      >
        {shown}
      </Typography>
    </Box>
  );
}
