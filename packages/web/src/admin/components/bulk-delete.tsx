import { useCanAccess, useListContext, useResourceContext } from 'react-admin';

import { DeleteWithPreview } from '#admin/components/delete-with-preview.tsx';
import type { AuditObjectType } from '#admin/generated/operations.ts';

/** Deletes the selected rows of a list, for who may. */
export function BulkDelete({ type }: { type: AuditObjectType }) {
  const { selectedIds, onUnselectItems } = useListContext();
  const resource = useResourceContext() ?? '';
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  if (canAccess !== true) return null;
  return <DeleteWithPreview type={type} ids={selectedIds.map(String)} onDeleted={onUnselectItems} />;
}
