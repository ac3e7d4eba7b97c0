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
import { RecordContextProvider, useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { listAddress } from '#admin/components/list-address.ts';
import { ClocksCell, CouponCell, IssuedCell, StateCell } from '#admin/resources/userCoupons/pass-cells.tsx';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';

const COLUMNS = ['code', 'coupon', 'state', 'createdAt', 'clocks'];
const SHOWN = 20;

/** The newest passes of a reader; the list of passes has the rest. */
export function UserPasses({ userId }: { userId: string }) {
  const translate = useTranslate();
  const { data, error, isPending, pageInfo } = useGetList<Pass>('userCoupons', {
    filter: { userId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
    meta: { count: false },
  });
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h2" variant="h6" sx={{ mb: 1 }}>
        {translate('resources.users.passes')}
      </Typography>
      {error && <Alert severity="error">{error.message}</Alert>}
      {isPending && <Skeleton variant="rounded" height={84} />}
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('resources.users.noPasses')}</Typography>
      )}
      {data && data.length > 0 && <PassTable passes={data} />}
      {pageInfo?.hasNextPage === true && (
        <Typography sx={{ mt: 1 }}>
          <Box component={Link} to={listAddress('userCoupons', { userId })} sx={{ color: 'text.primary' }}>
            {translate('resources.users.allPasses')}
          </Box>
        </Typography>
      )}
    </Box>
  );
}

function PassTable({ passes }: { passes: readonly Pass[] }) {
  const translate = useTranslate();
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column}>{translate(`resources.userCoupons.fields.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {passes.map((pass) => (
            <RecordContextProvider key={pass.id} value={pass}>
              <TableRow hover>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Box
                    component={Link}
                    to={`/userCoupons/${encodeURIComponent(pass.id)}/show`}
                    sx={{ color: 'text.primary', fontFamily: 'ui-monospace, monospace' }}
                  >
                    {pass.code}
                  </Box>
                </TableCell>
                <TableCell>
                  <CouponCell />
                </TableCell>
                <TableCell>
                  <StateCell />
                </TableCell>
                <TableCell>
                  <IssuedCell />
                </TableCell>
                <TableCell>
                  <ClocksCell />
                </TableCell>
              </TableRow>
            </RecordContextProvider>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
