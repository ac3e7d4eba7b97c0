import { Box } from '@mui/material';
import { SimpleForm, useTranslate } from 'react-admin';

import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import { SummaryDialog } from '#admin/components/launch/summary-dialog.tsx';
import { useConfirmedSave } from '#admin/components/launch/use-confirmed-save.ts';
import { DropFields } from '#admin/resources/recurringDrops/drop-fields.tsx';
import { DropSummary } from '#admin/resources/recurringDrops/drop-summary.tsx';
import { summariseDrop } from '#admin/resources/recurringDrops/drops-data.ts';
import { NextOpenings } from '#admin/resources/recurringDrops/next-openings.tsx';
import { useSend } from '#admin/use-send.ts';

/** Makes or edits a recurring drop; `id` is that of the one being edited. Nothing is saved that was not read. */
export function DropForm({ id }: { id: string | null }) {
  const send = useSend();
  const translate = useTranslate();
  const { ask, asked, confirm, close } = useConfirmedSave((values) => summariseDrop(send, values, id));
  return (
    <>
      <SimpleForm onSubmit={ask} warnWhenUnsavedChanges toolbar={<FormToolbar />} sx={{ maxWidth: 960 }}>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 260px' },
            gap: 3,
            width: '100%',
          }}
        >
          <Box sx={{ display: 'flex', flexDirection: 'column' }}>
            <DropFields />
          </Box>
          <NextOpenings />
        </Box>
      </SimpleForm>
      {asked && (
        <SummaryDialog
          warnings={asked.summary.warnings}
          passes={Number(asked.values['totalQuantity'])}
          onClose={close}
          title={translate('resources.recurringDrops.confirmTitle')}
          confirmLabel={translate('ra.action.save')}
          onConfirm={confirm}
        >
          <DropSummary {...asked} />
        </SummaryDialog>
      )}
    </>
  );
}
