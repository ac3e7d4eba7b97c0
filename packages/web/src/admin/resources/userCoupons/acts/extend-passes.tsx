import ExtendIcon from '@mui/icons-material/MoreTimeOutlined';
import { Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { ReasonField } from '#admin/components/reason-field.tsx';
import { useDone } from '#admin/components/use-done.ts';
import { ExtendPassesDocument } from '#admin/generated/operations.ts';
import { MomentChooser } from '#admin/resources/userCoupons/acts/moment-chooser.tsx';
import type { PassActProps } from '#admin/resources/userCoupons/acts/pass-acts.tsx';
import { RevokedAmong } from '#admin/resources/userCoupons/acts/revoked-among.tsx';
import { clockOf } from '#admin/resources/userCoupons/pass.ts';
import { useSend } from '#admin/use-send.ts';

/** Moves the clock that runs for each pass. An earlier moment than now in force is taken only when it is said. */
export function ExtendPasses({ passes, ready = true, onDone }: PassActProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const send = useSend();
  const done = useDone();
  const [moment, setMoment] = useState<string | null>(null);
  const [allowEarlier, setAllowEarlier] = useState(false);
  const [reason, setReason] = useState('');
  const words = (count: number) => ({ smart_count: count, count: count.toLocaleString(locale) });
  const used = passes.filter(({ usedAt }) => usedAt !== null).length;
  const revoked = passes.filter(({ revokedAt }) => revokedAt !== null).length;
  const later = moment === null ? 0 : passes.filter((pass) => clockOf(pass) > moment).length;

  function begin() {
    setMoment(null);
    setAllowEarlier(false);
    setReason('');
  }

  async function extend() {
    if (moment === null) return;
    await send(ExtendPassesDocument, { ids: passes.map(({ id }) => id), expiresAt: moment, reason, allowEarlier });
    await done('resources.userCoupons.extend.done');
    onDone?.();
  }

  return (
    <ConfirmAction
      label={translate('resources.userCoupons.extend.label')}
      icon={<ExtendIcon />}
      title={translate('resources.userCoupons.extend.title', words(passes.length))}
      confirmLabel={translate('resources.userCoupons.extend.submit')}
      disabled={!ready || passes.length === 0 || revoked === passes.length}
      ready={moment !== null && revoked === 0 && reason.trim() !== '' && (later === 0 || allowEarlier)}
      onOpen={begin}
      onConfirm={extend}
    >
      {used < passes.length && (
        <Typography>{translate('resources.userCoupons.extend.unused', words(passes.length - used))}</Typography>
      )}
      {used > 0 && <Typography>{translate('resources.userCoupons.extend.used', words(used))}</Typography>}
      <RevokedAmong count={revoked} />
      <MomentChooser label={translate('resources.userCoupons.extend.moment')} value={moment} onChange={setMoment} />
      {later > 0 && (
        <FormControlLabel
          control={<Checkbox size="small" checked={allowEarlier} onChange={(_, checked) => setAllowEarlier(checked)} />}
          label={translate('resources.userCoupons.extend.earlier', words(later))}
        />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmAction>
  );
}
