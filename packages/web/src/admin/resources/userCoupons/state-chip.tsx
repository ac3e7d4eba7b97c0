import { Box, Chip, type ChipProps } from '@mui/material';
import { useTranslate } from 'react-admin';

import type { UserCouponState } from '#admin/generated/operations.ts';
import { stateOf, type Pass } from '#admin/resources/userCoupons/pass.ts';

const LOOK: Readonly<Record<UserCouponState, Pick<ChipProps, 'color' | 'variant'>>> = {
  UNUSED: { color: 'success', variant: 'outlined' },
  USED: { color: 'default', variant: 'filled' },
  EXPIRED: { color: 'default', variant: 'outlined' },
  REVOKED: { color: 'primary', variant: 'filled' },
};

/** What a pass is now; of a revoked one, whether it went back to stock. */
export function StateChip({ pass }: { pass: Pass }) {
  const translate = useTranslate();
  const state = stateOf(pass);
  return (
    <>
      <Chip size="small" {...LOOK[state]} label={translate(`resources.userCoupons.states.${state}`)} />
      {pass.returnedToStock && (
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {translate('resources.userCoupons.returned')}
        </Box>
      )}
    </>
  );
}
