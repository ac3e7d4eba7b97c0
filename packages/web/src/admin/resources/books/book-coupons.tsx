import {
  Alert,
  Box,
  Card,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { MomentText } from '#admin/components/moment-text.tsx';
import { NewCoupon } from '#admin/components/new-coupon.tsx';
import { BookCouponsDocument } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

/** The coupons of one book, the newest 50. */
export function BookCoupons({ bookId }: { bookId: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const send = useSend();
  const { data, error } = useQuery({
    queryKey: ['coupons', 'ofBook', bookId],
    queryFn: async ({ signal }) => (await send(BookCouponsDocument, { bookId }, { signal })).coupons,
  });
  const coupons = data?.edges.map(({ node }) => node) ?? [];
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', mb: 1 }}>
        <Typography component="h2" variant="h6">
          {translate('resources.books.coupons')}
        </Typography>
        <NewCoupon bookId={bookId} />
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!data && !error && <Skeleton variant="rounded" height={84} />}
      {data && coupons.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('resources.books.noCoupons')}</Typography>
      )}
      {coupons.length > 0 && (
        <Card sx={{ overflowX: 'auto' }}>
          <Table>
            <TableHead>
              <TableRow>
                {['number', 'status', 'issued', 'opens', 'closes'].map((column) => (
                  <TableCell key={column} align={column === 'issued' ? 'right' : 'left'}>
                    {translate(`resources.books.couponColumns.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {coupons.map(({ id, number, status, issuedQuantity, totalQuantity, startsAt, endsAt }) => (
                <TableRow key={id} hover>
                  <TableCell>
                    <Box component={Link} to={`/coupons/${id}/show`} sx={{ color: 'text.primary', fontWeight: 600 }}>
                      {number}
                    </Box>
                  </TableCell>
                  <TableCell>{translate(`couponStatus.${status}`)}</TableCell>
                  <TableCell align="right">
                    {issuedQuantity.toLocaleString(locale)} / {totalQuantity.toLocaleString(locale)}
                  </TableCell>
                  <TableCell>
                    <MomentText iso={startsAt} />
                  </TableCell>
                  <TableCell>
                    <MomentText iso={endsAt} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
    </Box>
  );
}
