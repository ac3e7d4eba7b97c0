import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/BlockOutlined';
import PauseIcon from '@mui/icons-material/Pause';
import ResumeIcon from '@mui/icons-material/PlayArrow';
import LowerIcon from '@mui/icons-material/Remove';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess } from 'react-admin';

import { ActionButton } from '#admin/console/actions/action-button.tsx';
import { ActionDialog } from '#admin/console/actions/action-dialog.tsx';
import { useOperations } from '#admin/console/actions/use-operations.ts';
import { whyNot, type ActionName } from '#admin/console/actions/why-not.ts';
import type { DropConsole } from '#admin/console/use-console.ts';
import { useConsoleWords } from '#admin/console/use-console-words.ts';

interface ActionsProps {
  coupon: DropConsole['coupon'];
  now: number;
  refresh: () => void;
}

/** What may be done with the drop, within the thumb's reach; for who only looks, a sentence whom to tell. */
export function Actions({ coupon, now, refresh }: ActionsProps) {
  const { t } = useConsoleWords();
  const { canAccess, isPending } = useCanAccess({ resource: 'coupons', action: 'edit' });
  const [asked, setAsked] = useState<ActionName | null>(null);
  const operations = useOperations(coupon.number, refresh);

  if (isPending) return <Box sx={{ minHeight: 56 }} />;
  if (canAccess !== true) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', py: 1 }}>
        {t('readOnly')}
      </Typography>
    );
  }
  const isPaused = coupon.status === 'PAUSED';
  const button = (action: ActionName) => {
    const why = whyNot(action, coupon, now);
    return {
      label: t(`actions.${action}.label`),
      why: why && t(`actions.why.${why}`),
      onPress: () => setAsked(action),
    };
  };
  return (
    <Box role="group" aria-label={t('actions.title')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
        <ActionButton
          {...button(isPaused ? 'resume' : 'pause')}
          icon={isPaused ? <ResumeIcon fontSize="small" /> : <PauseIcon fontSize="small" />}
          isPrimary
        />
        <ActionButton {...button('topUp')} icon={<AddIcon fontSize="small" />} />
        <ActionButton {...button('lower')} icon={<LowerIcon fontSize="small" />} />
        <ActionButton {...button('close')} icon={<CloseIcon fontSize="small" />} isDanger />
      </Box>
      {/* Made anew each time, so that each top-up has an id of its own. */}
      {asked && (
        <ActionDialog action={asked} coupon={coupon} now={now} operations={operations} onClose={() => setAsked(null)} />
      )}
    </Box>
  );
}
