import RevokeIcon from '@mui/icons-material/BlockOutlined';
import { Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { ReasonField } from '#admin/components/reason-field.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { RevokePassesDocument } from '#admin/generated/operations.ts';
import type { PassActProps } from '#admin/resources/userCoupons/acts/pass-acts.tsx';
import { ReturnToStock } from '#admin/resources/userCoupons/acts/return-to-stock.tsx';
import { useSend } from '#admin/use-send.ts';

/** Takes passes back. Whether they go back to stock has no answer of its own: it is asked. */
export function RevokePasses({ passes, ready = true, onDone }: PassActProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const send = useSend();
  const done = useDone();
  const [returnToStock, setReturnToStock] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const words = (count: number) => ({ smart_count: count, count: count.toLocaleString(locale) });
  const revoked = passes.filter(({ revokedAt }) => revokedAt !== null).length;
  const returnable = passes.filter((pass) => !pass.returnedToStock);

  function forget() {
    setReturnToStock(null);
    setReason('');
  }

  async function revoke() {
    if (returnToStock === null) return;
    await send(RevokePassesDocument, { ids: passes.map(({ id }) => id), returnToStock, reason });
    await done('resources.userCoupons.revoke.done');
    onDone?.();
  }

  return (
    <ConfirmAction
      danger
      label={translate('resources.userCoupons.revoke.label')}
      icon={<RevokeIcon />}
      title={translate('resources.userCoupons.revoke.title', words(passes.length))}
      confirmLabel={translate('resources.userCoupons.revoke.submit')}
      disabled={!ready || returnable.length === 0}
      ready={returnToStock !== null && reason.trim() !== ''}
      onOpen={forget}
      onConfirm={revoke}
    >
      <Typography>{translate('resources.userCoupons.revoke.sentence')}</Typography>
      {revoked > 0 && (
        <Typography sx={{ mt: 1 }}>{translate('resources.userCoupons.revoke.already', words(revoked))}</Typography>
      )}
      <ReturnToStock value={returnToStock} onChange={setReturnToStock} count={returnable.length} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmAction>
  );
}
