import { Alert } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

/** Says that the server would refuse, before it does. */
export function RevokedAmong({ count }: { count: number }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {translate('resources.userCoupons.revokedAmong', { count: count.toLocaleString(locale) })}
    </Alert>
  );
}
