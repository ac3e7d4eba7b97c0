import { Button } from '@mui/material';
import { SaveButton, Toolbar, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';

/** Below a form: save, or go back to where one came from. */
export function FormToolbar() {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <Toolbar sx={{ gap: 1, backgroundColor: { xs: 'background.paper', sm: 'transparent' }, px: 2 }}>
      <SaveButton alwaysEnable icon={<></>} />
      <Button onClick={() => void navigate(-1)}>{translate('ra.action.cancel')}</Button>
    </Toolbar>
  );
}
