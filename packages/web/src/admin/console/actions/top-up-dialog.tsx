import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { v4 as newId } from 'uuid';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';
import type { ActionDialogProps } from '#admin/console/actions/action-dialog.tsx';
import { AmountField, amountIn } from '#admin/console/actions/amount-field.tsx';
import { dropState } from '#admin/console/drop-state.ts';
import { mayBeDone } from '#admin/console/may-be-done.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

/** The server's bound for one top-up. */
const MOST = 1_000_000;
const COMMON = [10, 50, 100, 500];

/**
 * Adds passes. The id is made with the dialog: however often it is pressed, it is added once. After a failure
 * that was no refusal the number stays as it was sent, because nobody knows yet whether it was added.
 */
export function TopUpDialog({ coupon, now, operations, onClose }: ActionDialogProps) {
  const { t, number, passes } = useConsoleWords();
  const [operationId] = useState(() => newId());
  const [text, setText] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const by = amountIn(text, 1, MOST);

  async function add() {
    if (by === undefined) return;
    try {
      await operations.topUp(by, operationId);
    } catch (error) {
      // A refusal afterwards says nothing of the first attempt.
      setIsUnknown((was) => was || mayBeDone(error));
      throw error;
    }
  }

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('actions.topUp.title')}
      confirmLabel={t('actions.topUp.confirm', { by: by === undefined ? '' : passes(by) })}
      ready={by !== undefined}
      onConfirm={add}
    >
      <AmountField label={t('actions.topUp.field')} value={text} disabled={isUnknown} onChange={setText} />
      <Box sx={{ display: 'flex', gap: 1, mb: 2 }}>
        {COMMON.map((amount) => (
          <Button
            key={amount}
            variant="outlined"
            disabled={isUnknown}
            sx={{ minHeight: 44, minWidth: 0, px: 0, flex: 1, whiteSpace: 'nowrap' }}
            onClick={() => setText(String(amount))}
          >
            +{number(amount)}
          </Button>
        ))}
      </Box>
      <Typography sx={{ minHeight: '4.5em', fontVariantNumeric: 'tabular-nums' }}>
        {by !== undefined && t(`actions.topUp.${sentence()}`, counts(by))}
      </Typography>
    </ConfirmDialog>
  );

  function sentence(): string {
    const { name } = dropState(coupon, now);
    if (name === 'soldOut' && now >= Date.parse(coupon.startsAt)) return 'bodySoldOut';
    if (name === 'paused') return 'bodyPaused';
    return name === 'open' ? 'body' : 'bodyEarly';
  }

  function counts(amount: number) {
    return {
      by: passes(amount),
      total: passes(coupon.totalQuantity),
      newTotal: passes(coupon.totalQuantity + amount),
      left: passes(coupon.quantity),
      newLeft: passes(coupon.quantity + amount),
    };
  }
}
