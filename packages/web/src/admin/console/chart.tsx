import { Box, Typography } from '@mui/material';

import { barsPath, chartData, scaleOf, SHOWN, tens } from '#admin/console/chart-data.ts';
import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

const HEIGHT = 64;

/**
 * Two minutes of the drop: issues and refusals, each with a scale of its own, because the ones drown in the others.
 * Drawn by hand: a canvas library would be fifty times as much, and blind to theme and screen readers.
 */
export function Chart({ drop }: { drop: DropConsole }) {
  const { t } = useConsoleWords();
  const { issued, refused } = chartData(drop);
  return (
    <Box component="section" aria-label={t('chart.title')}>
      <Bars kind="issued" values={issued} color="var(--ink)" />
      <Bars kind="refused" values={refused} color="var(--line-strong)" />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary', mt: 0.5 }} aria-hidden>
        <Typography variant="caption">{t('chart.from')}</Typography>
        <Typography variant="caption">{t('chart.middle')}</Typography>
        <Typography variant="caption">{t('chart.to')}</Typography>
      </Box>
      <ChartTable issued={tens(issued)} refused={tens(refused)} />
    </Box>
  );
}

interface BarsProps {
  kind: 'issued' | 'refused';
  values: readonly number[];
  color: string;
}

function Bars({ kind, values, color }: BarsProps) {
  const { t, number } = useConsoleWords();
  const scale = scaleOf(values);
  const sum = values.reduce((all, value) => all + value, 0);
  const summary = t(`chart.${kind}Summary`, { sum: number(sum), most: number(Math.max(...values)) });
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mb: 0.5 }} aria-hidden>
        <Typography variant="caption" sx={{ fontWeight: 600 }}>
          {t(`chart.${kind}`)}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {t('chart.scale', { scale: number(scale) })}
        </Typography>
      </Box>
      <Box
        component="svg"
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${SHOWN} ${HEIGHT}`}
        preserveAspectRatio="none"
        sx={{
          display: 'block',
          width: '100%',
          height: HEIGHT,
          bgcolor: 'var(--sunken)',
          borderTop: '1px dashed var(--line)',
          borderBottom: '1px solid var(--line-strong)',
        }}
      >
        <path d={barsPath(values, scale, HEIGHT)} fill={color} />
      </Box>
    </Box>
  );
}

/** The same for who cannot see it: ten seconds a row. */
function ChartTable({ issued, refused }: { issued: readonly number[]; refused: readonly number[] }) {
  const { t, number } = useConsoleWords();
  return (
    <div style={hidden}>
      <table>
        <caption>{t('chart.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.when')}</th>
            <th scope="col">{t('chart.issued')}</th>
            <th scope="col">{t('chart.refused')}</th>
          </tr>
        </thead>
        <tbody>
          {issued.map((count, index) => (
            <tr key={issued.length - index}>
              <th scope="row">{t('chart.ago', { seconds: number((issued.length - index) * 10) })}</th>
              <td>{number(count)}</td>
              <td>{number(refused[index] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a box around the table: a table takes no width below its content, and would make a phone scroll sideways. */
const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
