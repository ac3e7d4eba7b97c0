import UndoIcon from '@mui/icons-material/UndoOutlined';
import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { ReasonField } from '#admin/components/reason-field.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { UndoPassUsesDocument } from '#admin/generated/operations.ts';
import type { PassActProps } from '#admin/resources/userCoupons/acts/pass-acts.tsx';
import { RevokedAmong } from '#admin/resources/userCoupons/acts/revoked-among.tsx';
import { isPastItsUse } from '#admin/resources/userCoupons/pass.ts';
import { useSend } from '#admin/use-send.ts';

/** Makes used passes unused. */
export function UndoUses({ passes, ready = true, onDone }: PassActProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const send = useSend();
  const done = useDone();
  const [reason, setReason] = useState('');
  const words = (count: number) => ({ smart_count: count, count: count.toLocaleString(locale) });
  const used = passes.filter(({ usedAt }) => usedAt !== null);
  const expired = used.filter((pass) => isPastItsUse(pass)).length;
  const revoked = passes.filter(({ revokedAt }) => revokedAt !== null).length;

  async function undo() {
    await send(UndoPassUsesDocument, { ids: passes.map(({ id }) => id), reason });
    await done('resources.userCoupons.undo.done');
    onDone?.();
  }

  return (
    <ConfirmAction
      label={translate('resources.userCoupons.undo.label')}
      icon={<UndoIcon />}
      title={translate('resources.userCoupons.undo.title', words(used.length))}
      confirmLabel={translate('resources.userCoupons.undo.submit')}
      disabled={!ready || used.length === 0 || revoked === passes.length}
      ready={revoked === 0 && reason.trim() !== ''}
      onOpen={() => setReason('')}
      onConfirm={undo}
    >
      <Typography sx={{ mb: 2 }}>{translate('resources.userCoupons.undo.sentence', words(used.length))}</Typography>
      {expired > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.userCoupons.undo.expired', words(expired))}
        </Alert>
      )}
      <RevokedAmong count={revoked} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmAction>
  );
}
