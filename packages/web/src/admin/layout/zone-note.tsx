import { Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

import { isFarFromKorea, ownZone } from '#admin/i18n/zone.ts';

/** Says whose clock the times are by; nobody should open a drop eight hours late. */
export function ZoneNote() {
  const translate = useTranslate();
  const zone = ownZone();
  const foreign = isFarFromKorea();
  const note = foreign ? translate('app.zone', { zone }) : translate('app.zoneKst');
  return (
    <Tooltip title={note}>
      <Typography
        variant="caption"
        tabIndex={0}
        aria-label={note}
        role="note"
        sx={{ color: 'text.secondary', mx: 1, display: { xs: 'none', sm: 'block' }, whiteSpace: 'nowrap' }}
      >
        {foreign ? `${zone} · KST` : 'KST'}
      </Typography>
    </Tooltip>
  );
}
