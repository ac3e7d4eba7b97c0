import CloseIcon from '@mui/icons-material/BlockOutlined';
import PauseIcon from '@mui/icons-material/Pause';
import ResumeIcon from '@mui/icons-material/PlayArrow';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useListContext, useTranslate } from 'react-admin';

import { BulkDialog } from '#admin/resources/coupons/list/bulk-dialog.tsx';
import type { BulkVerb } from '#admin/resources/coupons/list/use-bulk.ts';

const VERBS = [
  { verb: 'pause', icon: <PauseIcon />, color: 'primary' },
  { verb: 'resume', icon: <ResumeIcon />, color: 'primary' },
  { verb: 'close', icon: <CloseIcon />, color: 'error' },
] as const;

/** Pauses, resumes or closes what is selected, for who may. */
export function BulkOperations() {
  const translate = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext();
  const { canAccess } = useCanAccess({ resource: 'coupons', action: 'edit' });
  const [asked, setAsked] = useState<BulkVerb | null>(null);
  if (canAccess !== true) return null;
  return (
    <>
      {VERBS.map(({ verb, icon, color }) => (
        <Button key={verb} size="small" color={color} startIcon={icon} onClick={() => setAsked(verb)}>
          {translate(`console.actions.${verb}.label`)}
        </Button>
      ))}
      {asked && (
        <BulkDialog
          verb={asked}
          ids={selectedIds.map(String)}
          onClose={(done) => {
            setAsked(null);
            if (done) onUnselectItems();
          }}
        />
      )}
    </>
  );
}
