import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';

import { MomentText } from '#admin/components/moment-text.tsx';
import { PassLogDocument } from '#admin/generated/operations.ts';
import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { ownZone } from '#admin/i18n/zone.ts';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { storyOf, type PassEvent } from '#admin/resources/userCoupons/story.ts';
import { useSend } from '#admin/use-send.ts';

/** What happened to a pass, from its issue on: what its reader did, and what staff did and why. */
export function PassStory({ pass }: { pass: Pass }) {
  const translate = useTranslate();
  const send = useSend();
  const { data, error } = useQuery({
    queryKey: ['auditEntries', 'ofPass', pass.id],
    queryFn: async ({ signal }) => (await send(PassLogDocument, { id: pass.id }, { signal })).auditEntries,
  });
  const log = data?.edges.map(({ node }) => node);
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h2" variant="h6" sx={{ mb: 1 }}>
        {translate('resources.userCoupons.story')}
      </Typography>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!log && !error && <Skeleton variant="rounded" height={96} />}
      {log && (
        <Box component="ol" sx={{ m: 0, ml: 0.75, p: 0, listStyle: 'none', borderLeft: 1, borderColor: 'divider' }}>
          {storyOf(pass, log).map((event) => (
            <Event key={`${event.kind} ${event.at}`} event={event} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function Event({ event }: { event: PassEvent }) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const { kind, at, by, moved } = event;
  const inWords = (iso: string) => momentWords(locale, iso, ownZone()).own;
  return (
    <Box component="li" sx={{ position: 'relative', pl: 2.5, pb: 2 }}>
      <Box
        aria-hidden="true"
        sx={{
          position: 'absolute',
          left: -5,
          top: 6,
          width: 9,
          height: 9,
          borderRadius: '50%',
          border: 2,
          borderColor: 'text.primary',
          bgcolor: by ? 'text.primary' : 'background.default',
        }}
      />
      <Typography sx={{ fontWeight: 600 }}>{translate(`resources.userCoupons.events.${kind}`)}</Typography>
      {moved && (
        <Typography variant="body2">
          {translate('resources.userCoupons.events.to', { before: inWords(moved.before), after: inWords(moved.after) })}
        </Typography>
      )}
      {by?.note && <Typography>“{by.note}”</Typography>}
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {by && `${by.name} · `}
        <MomentText iso={at} />
      </Typography>
    </Box>
  );
}
