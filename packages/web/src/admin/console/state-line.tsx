import { Box, Typography } from '@mui/material';

import { dropState, type DropStateName } from '#admin/console/drop-state.ts';
import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';
import { countdownText } from '#clock/countdown-parts.ts';

const DOT: Readonly<Record<DropStateName, string>> = {
  opens: 'var(--line-strong)',
  open: 'var(--success)',
  paused: 'var(--ink)',
  soldOut: 'var(--ink)',
  closed: 'var(--line-strong)',
  over: 'var(--line-strong)',
};

/** How the drop stands, and the next moment that changes it, by the server's clock. `now`: its current second. */
export function StateLine({ coupon, now }: { coupon: DropConsole['coupon']; now: number }) {
  const { t } = useConsoleWords();
  const { name, opensInMs, endsInMs } = dropState(coupon, now);
  const isOn = name === 'opens' || name === 'open' || name === 'paused';
  const untilMs = opensInMs ?? endsInMs;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2, minHeight: 32 }}>
        {/* Spoken when it changes, and not at every second of the countdown. */}
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Dot color={DOT[name]} isSquare={name === 'paused'} />
          <Typography component="span" sx={{ fontWeight: 700, fontSize: '1.125rem' }}>
            {t(`state.${name}`)}
          </Typography>
        </Box>
        {isOn && untilMs !== undefined && (
          <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', mr: 1 }}>
              {t(opensInMs === undefined ? 'state.endsIn' : 'state.opensIn')}
            </Typography>
            <Typography
              component="span"
              role="timer"
              sx={{ fontWeight: 700, fontSize: '1.125rem', fontVariantNumeric: 'tabular-nums' }}
            >
              {countdownText(untilMs, t('state.day').trim())}
            </Typography>
          </Box>
        )}
      </Box>
      {name === 'paused' && opensInMs !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('state.pausedEarly')}
        </Typography>
      )}
    </Box>
  );
}

function Dot({ color, isSquare }: { color: string; isSquare: boolean }) {
  return (
    <Box
      aria-hidden
      sx={{ width: 12, height: 12, flex: 'none', borderRadius: isSquare ? '2px' : '50%', backgroundColor: color }}
    />
  );
}
