import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { useDataProvider, useNotify, useResourceContext, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { DeletionConsequences } from '#admin/components/deletion-consequences.tsx';
import { useDeletionPreview } from '#admin/components/use-deletion-preview.ts';
import type { AuditObjectType } from '#admin/generated/operations.ts';
import { useQueryClient } from '@tanstack/react-query';

interface DeleteWithPreviewProps {
  type: AuditObjectType;
  ids: readonly string[];
  /** Leaves the page of what is gone, or forgets what was selected. */
  onDeleted: () => void;
}

/** Deletes what hangs together, after showing it. All or none; what readers hold passes of stays. */
export function DeleteWithPreview({ type, ids, onDeleted }: DeleteWithPreviewProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const resource = useResourceContext() ?? '';
  const preview = useDeletionPreview(type, ids);
  const name = translate(`resources.${resource}.name`, { smart_count: ids.length }).toLowerCase();

  async function remove() {
    await dataProvider.deleteMany(resource, { ids: [...ids] });
    await queryClient.invalidateQueries();
    notify('ra.notification.deleted', { messageArgs: { smart_count: ids.length } });
    onDeleted();
  }

  return (
    <ConfirmAction
      danger
      label={translate('deletion.submit')}
      icon={<DeleteIcon />}
      title={translate('deletion.title', { smart_count: ids.length, name })}
      confirmLabel={translate('deletion.submit')}
      ready={preview.data?.refused.length === 0}
      onConfirm={remove}
      onOpen={preview.look}
    >
      <DeletionConsequences preview={preview.data} problem={preview.problem} />
    </ConfirmAction>
  );
}
