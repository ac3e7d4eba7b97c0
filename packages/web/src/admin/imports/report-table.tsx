import { Box, Card, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';

import type { ImportedLine } from '#admin/imports/send-import.ts';
import { useImportWords } from '#admin/imports/use-import-words.ts';

/** More would only be scrolled past; the counts say how many there are. */
const SHOWN_MAX = 200;
/** Problems first, each kind in the order of the file. */
const ORDER = ['PROBLEM', 'CREATE', 'SAME'] as const;

/** What becomes of each line. */
export function ReportTable({ lines }: { lines: readonly ImportedLine[] }) {
  const { t, number } = useImportWords();
  const sorted = ORDER.flatMap((outcome) => lines.filter((line) => line.outcome === outcome));
  const hidden = sorted.length - SHOWN_MAX;
  return (
    <Card sx={{ mt: 2, overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 56 }}>{t('columns.line')}</TableCell>
            <TableCell>{t('columns.what')}</TableCell>
            <TableCell>{t('columns.outcome')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.slice(0, SHOWN_MAX).map((line) => (
            <TableRow key={line.place} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {line.line === null ? line.place : number(line.line)}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 128 }}>
                <Box component="span" sx={{ display: { xs: 'block', sm: 'inline' }, mr: 1, color: 'text.secondary' }}>
                  {t(`types.${line.type}`)}
                </Box>
                {line.label}
              </TableCell>
              <TableCell>
                <Outcome line={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 && (
        <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
          {t('more', { value: number(hidden) })}
        </Typography>
      )}
    </Card>
  );
}

function Outcome({ line: { outcome, problems } }: { line: ImportedLine }) {
  const { t, problem } = useImportWords();
  if (outcome !== 'PROBLEM') {
    return <Box sx={{ color: outcome === 'SAME' ? 'text.secondary' : 'text.primary' }}>{t(`outcomes.${outcome}`)}</Box>;
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', minWidth: { xs: 160, sm: 240 } }}>
      {problems.map((one) => {
        const [words, detail] = problem(one);
        return (
          <li key={`${one.field} ${one.reason}`}>
            {one.field !== '' && <strong>{t(`fields.${one.field}`, { _: one.field })}</strong>}{' '}
            <Box component="span" sx={{ color: 'error.main' }}>
              {words}
            </Box>
            {detail !== undefined && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{detail}</Box>}
          </li>
        );
      })}
    </Box>
  );
}
