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
import { useResourceDefinitions, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { MomentText } from '#admin/components/moment-text.tsx';
import { CouponPassesDocument, type CouponPassesQuery } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

type Pass = CouponPassesQuery['userCoupons']['edges'][number]['node'];

const COLUMNS = ['sequence', 'code', 'reader', 'issued', 'state'];

/** The newest passes of a coupon; all of them are a list of their own. */
export function CouponPasses({ couponId }: { couponId: string }) {
  const translate = useTranslate();
  const send = useSend();
  const definitions = useResourceDefinitions();
  const t = (key: string) => translate(`resources.coupons.passes.${key}`);
  const { data, error } = useQuery({
    queryKey: ['userCoupons', 'ofCoupon', couponId],
    queryFn: async ({ signal }) => (await send(CouponPassesDocument, { couponId }, { signal })).userCoupons,
  });
  const passes = data?.edges.map(({ node }) => node) ?? [];
  const all = `/userCoupons?filter=${encodeURIComponent(JSON.stringify({ couponId }))}`;
  const hasList = definitions['userCoupons'] !== undefined;
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', mb: 1 }}>
        <Typography component="h2" variant="h6">
          {t('title')}
        </Typography>
        {hasList && passes.length > 0 && (
          <Button size="small" component={Link} to={all}>
            {t('all')}
          </Button>
        )}
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!data && !error && <Skeleton variant="rounded" height={84} />}
      {data && passes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('none')}</Typography>}
      {passes.length > 0 && (
        <Card sx={{ overflow: 'auto', maxHeight: 360 }}>
          <Table stickyHeader>
            <TableHead>
              <TableRow>
                {COLUMNS.map((column) => (
                  <TableCell key={column}>{t(`columns.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {passes.map((pass) => (
                <PassRow key={pass.id} pass={pass} isLinked={hasList} />
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
    </Box>
  );
}

function PassRow({ pass, isLinked }: { pass: Pass; isLinked: boolean }) {
  const translate = useTranslate();
  const link = { component: Link, to: `/userCoupons/${encodeURIComponent(pass.id)}/show` };
  return (
    <TableRow hover>
      <TableCell>{pass.sequence.toLocaleString()}</TableCell>
      <TableCell>
        <Box {...(isLinked && link)} sx={{ color: 'text.primary', fontFamily: 'monospace', whiteSpace: 'nowrap' }}>
          {pass.code}
        </Box>
      </TableCell>
      <TableCell>{pass.user.username}</TableCell>
      <TableCell>
        <MomentText iso={pass.createdAt} />
      </TableCell>
      <TableCell>{translate(`resources.coupons.passes.states.${stateOf(pass)}`)}</TableCell>
    </TableRow>
  );
}

function stateOf({ revokedAt, returnedToStock, usedAt, expiresAt }: Pass): string {
  if (revokedAt !== null) return returnedToStock ? 'returned' : 'revoked';
  if (usedAt !== null) return 'used';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'unused';
}
