import { Alert, Box, Card, CardContent, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { MomentText } from '#admin/components/moment-text.tsx';
import { PreviewOpeningsDocument } from '#admin/generated/operations.ts';
import { schedule } from '#admin/resources/recurringDrops/drops-data.ts';
import { useSend } from '#admin/use-send.ts';

/** Nobody types so slowly that each letter wants an answer. */
const PAUSE_MS = 300;

/** When what is being typed would open next: by the operator's clock and by Korea's, reckoned by the server. */
export function NextOpenings() {
  const translate = useTranslate();
  const send = useSend();
  const typed = schedule.safeParse(useWatch()).data;
  const settled = useSettled(JSON.stringify(typed ?? null));
  const isWhole = typed !== undefined && typed.days.length > 0 && typed.timeOfDay !== '' && typed.startsOn !== '';
  const { data, error } = useQuery({
    queryKey: ['previewOpenings', settled],
    queryFn: async ({ signal }) => {
      const given = schedule.parse(JSON.parse(settled));
      return (await send(PreviewOpeningsDocument, { schedule: given }, { signal })).previewOpenings;
    },
    enabled: isWhole && settled === JSON.stringify(typed),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Card component="aside" sx={{ alignSelf: 'start' }}>
      <CardContent>
        <Typography component="h2" variant="h6" sx={{ mb: 1 }}>
          {translate('resources.recurringDrops.next')}
        </Typography>
        <Box role="status">
          {error && <Alert severity="error">{error.message}</Alert>}
          {!error && isWhole && data?.length === 0 && (
            <Typography sx={{ color: 'text.secondary' }}>{translate('resources.recurringDrops.noNext')}</Typography>
          )}
          {!isWhole && (
            <Typography sx={{ color: 'text.secondary' }}>{translate('resources.recurringDrops.notYet')}</Typography>
          )}
          {!error && isWhole && !data && <Skeleton variant="rounded" height={160} />}
          {!error && isWhole && (
            <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', rowGap: 1 }}>
              {data?.map((moment) => (
                <li key={moment}>
                  <MomentText iso={moment} />
                </li>
              ))}
            </Box>
          )}
        </Box>
      </CardContent>
    </Card>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
