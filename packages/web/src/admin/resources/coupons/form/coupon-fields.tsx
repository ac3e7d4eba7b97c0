import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import {
  NumberInput as AmountInput,
  RadioButtonGroupInput,
  required,
  useRecordContext,
  useTranslate,
} from 'react-admin';

import { MomentInput } from '#admin/components/moment-input.tsx';
import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { VISIBILITIES } from '#admin/resources/coupons/coupons-data.ts';
import { BookPicker } from '#admin/resources/coupons/form/book-picker.tsx';
import { NumberInput } from '#admin/resources/coupons/form/number-input.tsx';

const NEEDED = required();
const visibilities = VISIBILITIES.map((id) => ({ id, name: `resources.coupons.visibilityHints.${id}` }));

/**
 * The inputs of a coupon. What readers were told stays as it is once they hold passes. No `min` and `max`: the browser
 * would refuse in its own language, before the server can say why in ours.
 */
export function CouponFields() {
  const translate = useTranslate();
  const coupon = useRecordContext<Partial<StaffCouponRowFragment>>();
  const issued = coupon?.issuedQuantity ?? 0;
  const isLocked = issued > 0;
  const least = isLocked ? translate('resources.coupons.totalHint', { issued: issued.toLocaleString() }) : false;
  return (
    <>
      <BookPicker isLocked={isLocked} />
      <NumberInput isLocked={isLocked} />
      <AmountInput source="totalQuantity" validate={NEEDED} helperText={least} />
      <Row>
        <MomentInput
          source="startsAt"
          validate={NEEDED}
          readOnly={isLocked}
          {...(isLocked && { helperText: 'resources.coupons.locked' })}
        />
        <MomentInput source="endsAt" validate={NEEDED} />
      </Row>
      <Row>
        <AmountInput source="useWithinDays" validate={NEEDED} helperText={false} />
        <AmountInput source="readingDays" validate={NEEDED} helperText={false} />
      </Row>
      <RadioButtonGroupInput source="visibility" choices={visibilities} row={false} helperText={false} />
    </>
  );
}

/** Two inputs side by side where there is room. */
function Row({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2, width: '100%' }}>{children}</Box>
  );
}
