import { Box, Typography } from '@mui/material';

import { durationWords } from '#admin/console/duration-words.ts';
import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** How fast passes go, and when they will be gone. */
export function Pace({ drop }: { drop: DropConsole }) {
  const words = useConsoleWords();
  const { t, number } = words;
  const { issuesPerSecond, secondsToSellOut } = drop;
  const pace = issuesPerSecond < 10 ? Math.round(issuesPerSecond * 10) / 10 : Math.round(issuesPerSecond);
  return (
    <Box component="section" sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2 }}>
      <Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('pace.title')}
        </Typography>
        <Typography
          component="p"
          sx={{ fontSize: '1.25rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
        >
          {t('pace.value', { value: number(pace) })}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', minHeight: '2.9em' }}>
        {sentence()}
      </Typography>
    </Box>
  );

  function sentence(): string {
    if (secondsToSellOut !== null) return t('pace.sellOut', { duration: durationWords(words, secondsToSellOut) });
    return t(pace > 0 ? 'pace.still' : 'pace.none');
  }
}
