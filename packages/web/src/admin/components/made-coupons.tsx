import {
  Alert,
  Box,
  Button,
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
import { MadeCouponsDocument, type MadeCouponsQueryVariables } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

interface MadeCouponsProps {
  /** Which coupons, the first of them first. */
  query: MadeCouponsQueryVariables;
  title: string;
  empty: string;
  /** Milliseconds; false: as often as react-admin looks. */
  lookEvery?: number | false;
}

const COLUMNS = ['number', 'status', 'issued', 'opens', 'closes'] as const;

/** The first coupons that a batch or a recurring drop has made, and the way to all of them. */
export function MadeCoupons({ query, title, empty, lookEvery = false }: MadeCouponsProps) {
  const translate = useTranslate();
  const send = useSend();
  const { data, error } = useQuery({
    queryKey: ['coupons', 'made', query],
    queryFn: async ({ signal }) => (await send(MadeCouponsDocument, query, { signal })).coupons,
    refetchInterval: lookEvery,
  });
  const coupons = data?.edges.map(({ node }) => node) ?? [];
  const { batchId, recurringDropId } = query;
  const all = `/coupons?filter=${encodeURIComponent(JSON.stringify({ batchId, recurringDropId }))}`;
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 1, gap: 1 }}>
        <Typography component="h2" variant="h6" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {data?.pageInfo.hasNextPage === true && (
          <Button size="small" component={Link} to={all}>
            {translate('launch.coupons.all')}
          </Button>
        )}
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!data && !error && <Skeleton variant="rounded" height={84} />}
      {data && coupons.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{empty}</Typography>}
      {coupons.length > 0 && (
        <Card sx={{ overflowX: 'auto' }}>
          <Table>
            <TableHead>
              <TableRow>
                {COLUMNS.map((column) => (
                  <TableCell key={column} align={column === 'issued' ? 'right' : 'left'}>
                    {translate(`launch.coupons.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {coupons.map((coupon) => (
                <CouponRow key={coupon.id} {...coupon} />
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
    </Box>
  );
}

interface CouponRowProps {
  id: string;
  number: string;
  status: string;
  issuedQuantity: number;
  totalQuantity: number;
  startsAt: string;
  endsAt: string;
}

function CouponRow({ id, number, status, issuedQuantity, totalQuantity, startsAt, endsAt }: CouponRowProps) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <TableRow hover>
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
  );
}
