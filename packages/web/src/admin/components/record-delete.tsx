import { useCanAccess, useRecordContext, useRedirect, useResourceContext } from 'react-admin';

import { DeleteWithPreview } from '#admin/components/delete-with-preview.tsx';
import type { AuditObjectType } from '#admin/generated/operations.ts';

/** Deletes the record of the page and goes back to the list, for who may. */
export function RecordDelete({ type }: { type: AuditObjectType }) {
  const record = useRecordContext();
  const redirect = useRedirect();
  const resource = useResourceContext() ?? '';
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  if (!record || canAccess !== true) return null;
  return <DeleteWithPreview type={type} ids={[String(record.id)]} onDeleted={() => redirect('list', resource)} />;
}
