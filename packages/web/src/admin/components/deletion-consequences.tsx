import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import type { DeletionPreview } from '#admin/components/use-deletion-preview.ts';

interface DeletionConsequencesProps {
  preview: DeletionPreview | undefined;
  problem: string | null;
}

/** Enough to see what it is about; the rest is a number. */
const NAMED = 5;

/** What goes with what is deleted, or why it can't be. */
export function DeletionConsequences({ preview, problem }: DeletionConsequencesProps) {
  const translate = useTranslate();
  const locale = useLocale();
  if (problem !== null) return <Alert severity="error">{problem}</Alert>;
  if (!preview) return <Skeleton variant="rounded" height={56} aria-label={translate('deletion.looking')} />;
  const { refused } = preview;
  if (refused.length > 0) {
    return (
      <>
        <Typography>{translate('deletion.refused')}</Typography>
        <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
          {refused.slice(0, NAMED).map(({ id, label, passes, reason }) => (
            <li key={id}>
              {translate(`deletion.refusals.${reason}`, { label, value: passes.toLocaleString(locale), _: label })}
            </li>
          ))}
        </Box>
        {refused.length > NAMED && <p>{translate('deletion.andMore', { value: refused.length - NAMED })}</p>}
        <Typography sx={{ color: 'text.secondary' }}>{translate('deletion.refusedHint')}</Typography>
      </>
    );
  }
  const going = (['coupons', 'sessions'] as const).filter((what) => preview[what] > 0);
  return (
    <>
      <Typography>{translate(going.length > 0 ? 'deletion.goes' : 'deletion.nothing')}</Typography>
      {going.length > 0 && (
        <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
          {going.map((what) => (
            <li key={what}>
              {translate(`deletion.${what}`, {
                smart_count: preview[what],
                value: preview[what].toLocaleString(locale),
              })}
            </li>
          ))}
        </Box>
      )}
      <Typography sx={{ fontWeight: 600 }}>{translate('deletion.final')}</Typography>
    </>
  );
}
