import { Typography } from '@mui/material';
import { useState } from 'react';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';
import type { ActionDialogProps } from '#admin/console/actions/action-dialog.tsx';
import { AmountField, amountIn } from '#admin/console/actions/amount-field.tsx';
import { leastTotal } from '#admin/console/actions/why-not.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** Takes passes away that nobody has yet. What is issued rises while one types: the server has the last word. */
export function LowerDialog({ coupon, operations, onClose }: ActionDialogProps) {
  const { t, passes } = useConsoleWords();
  const [text, setText] = useState('');
  const total = amountIn(text, leastTotal(coupon), coupon.totalQuantity - 1);
  const issued = passes(coupon.issuedQuantity);

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('actions.lower.title')}
      confirmLabel={
        total === undefined ? t('actions.lower.label') : t('actions.lower.confirm', { total: passes(total) })
      }
      ready={total !== undefined}
      onConfirm={async () => {
        if (total !== undefined) await operations.lower(total);
      }}
    >
      <AmountField
        label={t('actions.lower.field')}
        hint={t('actions.lower.hint', { issued })}
        value={text}
        onChange={setText}
      />
      <Typography sx={{ minHeight: '4.5em', fontVariantNumeric: 'tabular-nums' }}>
        {total !== undefined &&
          t(`actions.lower.${total === coupon.issuedQuantity ? 'bodyAll' : 'body'}`, counts(total))}
      </Typography>
    </ConfirmDialog>
  );

  function counts(newTotal: number) {
    return {
      issued,
      total: passes(coupon.totalQuantity),
      newTotal: passes(newTotal),
      left: passes(coupon.quantity),
      newLeft: passes(newTotal - coupon.issuedQuantity),
    };
  }
}
