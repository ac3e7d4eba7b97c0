import LiveIcon from '@mui/icons-material/SensorsOutlined';
import { Button } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { consolePath } from '#admin/console/console-path.ts';

/** To the page where the drop is watched live. */
export function ConsoleLink() {
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record) return null;
  return (
    <Button size="small" component={Link} to={consolePath(String(record.id))} startIcon={<LiveIcon />}>
      {translate('resources.coupons.live')}
    </Button>
  );
}
