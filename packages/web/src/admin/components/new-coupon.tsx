import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** Begins a coupon of this book, for who may. */
export function NewCoupon({ bookId }: { bookId: string }) {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'coupons', action: 'create' });
  if (canAccess !== true) return null;
  return (
    <Button size="small" component={Link} to="/coupons/create" state={{ record: { bookId } }} startIcon={<AddIcon />}>
      {translate('resources.coupons.newOfBook')}
    </Button>
  );
}
