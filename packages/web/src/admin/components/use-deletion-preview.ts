import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import {
  DeletionPreviewDocument,
  type AuditObjectType,
  type DeletionPreviewQuery,
} from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

export type DeletionPreview = DeletionPreviewQuery['deletionPreview'];

/** What would go and what would be refused; looked at anew each time somebody is about to delete. */
export function useDeletionPreview(type: AuditObjectType, ids: readonly string[]) {
  const send = useSend();
  const [looks, setLooks] = useState(0);
  const { data, error } = useQuery({
    queryKey: ['deletionPreview', type, ids, looks],
    queryFn: async ({ signal }) => (await send(DeletionPreviewDocument, { type, ids }, { signal })).deletionPreview,
    enabled: looks > 0,
    gcTime: 0,
  });
  return { data, problem: error?.message ?? null, look: () => setLooks((so) => so + 1) };
}
