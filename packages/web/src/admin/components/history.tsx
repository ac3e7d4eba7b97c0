import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';

import { HistoryEntry } from '#admin/components/history-entry.tsx';
import { HistoryDocument, type AuditObjectType } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

interface HistoryProps {
  objectType: AuditObjectType;
  objectId: string;
}

/** What staff did to one thing: who, when, before and after, newest first. */
export function History({ objectType, objectId }: HistoryProps) {
  const translate = useTranslate();
  const send = useSend();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['auditEntries', 'history', objectType, objectId],
    queryFn: async ({ pageParam, signal }) =>
      (await send(HistoryDocument, { objectType, objectId, after: pageParam }, { signal })).auditEntries,
    initialPageParam: noCursor(),
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const entries = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];

  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h2" variant="h6" sx={{ mb: 1 }}>
        {translate('history.title')}
      </Typography>
      {error && <Alert severity="error">{error.message}</Alert>}
      {isPending && !error && <Skeleton variant="rounded" height={96} />}
      {data && entries.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('history.empty')}</Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} />
        ))}
      </Box>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {translate('history.more')}
        </Button>
      )}
    </Box>
  );
}

/** The first page begins at the beginning. */
function noCursor(): string | null {
  return null;
}
