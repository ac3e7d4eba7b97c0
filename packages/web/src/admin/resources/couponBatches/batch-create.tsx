import { Box } from '@mui/material';
import { NumberInput, required, SimpleForm, useTranslate } from 'react-admin';

import { BookChoice } from '#admin/components/book-choice.tsx';
import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import { SummaryDialog } from '#admin/components/launch/summary-dialog.tsx';
import { useConfirmedSave } from '#admin/components/launch/use-confirmed-save.ts';
import { MomentInput } from '#admin/components/moment-input.tsx';
import { StaffCreate } from '#admin/components/staff-create.tsx';
import { BatchSummary } from '#admin/resources/couponBatches/batch-summary.tsx';
import { summariseBatch } from '#admin/resources/couponBatches/batches-data.ts';
import { PatternInput } from '#admin/resources/couponBatches/pattern-input.tsx';
import { useSend } from '#admin/use-send.ts';

const NEEDED = required();
const USUAL = { count: 1000, totalQuantity: 1, useWithinDays: 30, readingDays: 30 };
/** Two inputs beside each other, where there is room. */
const PAIR = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2, width: '100%' };

export function BatchCreate() {
  return (
    <StaffCreate record={USUAL}>
      <BatchForm />
    </StaffCreate>
  );
}

function BatchForm() {
  const send = useSend();
  const translate = useTranslate();
  const { ask, asked, confirm, close } = useConfirmedSave((values) => summariseBatch(send, values));
  return (
    <>
      <SimpleForm onSubmit={ask} warnWhenUnsavedChanges toolbar={<FormToolbar />} sx={{ maxWidth: 640 }}>
        <BookChoice />
        <PatternInput />
        <Box sx={PAIR}>
          <NumberInput source="count" validate={NEEDED} min={1} max={100_000} step={1} helperText={false} />
          <NumberInput
            source="totalQuantity"
            validate={NEEDED}
            min={1}
            step={1}
            helperText="resources.couponBatches.eachHint"
          />
          <MomentInput source="startsAt" validate={NEEDED} />
          <MomentInput source="endsAt" validate={NEEDED} />
          <NumberInput source="useWithinDays" validate={NEEDED} min={1} step={1} helperText={false} />
          <NumberInput source="readingDays" validate={NEEDED} min={1} step={1} helperText={false} />
        </Box>
      </SimpleForm>
      {asked && (
        <SummaryDialog
          warnings={asked.summary.warnings}
          passes={asked.summary.count * asked.summary.totalQuantity}
          onClose={close}
          title={translate('resources.couponBatches.confirmTitle')}
          confirmLabel={translate('resources.couponBatches.confirm')}
          onConfirm={confirm}
        >
          <BatchSummary summary={asked.summary} />
        </SummaryDialog>
      )}
    </>
  );
}
