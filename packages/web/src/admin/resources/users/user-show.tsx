import { Box, Card, CardContent, Typography } from '@mui/material';
import { useCanAccess, useGetIdentity, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { History } from '#admin/components/history.tsx';
import { listAddress } from '#admin/components/list-address.ts';
import { MomentText } from '#admin/components/moment-text.tsx';
import { RecordDelete } from '#admin/components/record-delete.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import type { StaffUserFieldsFragment } from '#admin/generated/operations.ts';
import { ChangeRole } from '#admin/resources/users/change-role.tsx';
import { EndSessions } from '#admin/resources/users/end-sessions.tsx';
import { ResetPassword } from '#admin/resources/users/reset-password.tsx';
import { RoleChip } from '#admin/resources/users/role-chip.tsx';
import { UserPasses } from '#admin/resources/users/user-passes.tsx';

/** A user: what he holds, where he is logged in, and what staff did to his account. */
export function UserShow() {
  return (
    <StaffShow actions={false} component="div">
      <UserPage />
    </StaffShow>
  );
}

function UserPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const user = useRecordContext<StaffUserFieldsFragment>();
  if (!user) return null;
  const facts = [
    { key: 'createdAt', value: <MomentText iso={user.createdAt} /> },
    { key: 'passCount', value: user.passCount.toLocaleString(locale) },
    { key: 'sessionCount', value: user.sessionCount.toLocaleString(locale) },
  ];
  return (
    <>
      <Card>
        <CardContent>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
            <Typography component="h2" variant="h5">
              {user.username}
            </Typography>
            <RoleChip role={user.role} />
            {!user.canLogIn && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {translate('resources.users.cannotLogIn')}
              </Typography>
            )}
          </Box>
          <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, m: 0, mt: 1.5 }}>
            {facts.map(({ key, value }) => (
              <div key={key}>
                <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                  {translate(`resources.users.fields.${key}`)}
                </Typography>
                <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
                  {value}
                </Box>
              </div>
            ))}
          </Box>
          <Acts user={user} />
        </CardContent>
      </Card>
      <UserPasses userId={user.id} />
      {user.role !== 'READER' && (
        <Typography sx={{ mt: 3 }}>
          <Box component={Link} to={listAddress('auditEntries', { actorId: user.id })} sx={{ color: 'text.primary' }}>
            {translate('resources.users.deeds')}
          </Box>
        </Typography>
      )}
      <History objectType="USER" objectId={user.id} />
    </>
  );
}

/** For administrators. Others look. */
function Acts({ user }: { user: StaffUserFieldsFragment }) {
  const { canAccess } = useCanAccess({ resource: 'users', action: 'edit' });
  const { identity } = useGetIdentity();
  if (canAccess !== true) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2, ml: -1 }}>
      <ChangeRole key={user.version} user={user} />
      <EndSessions ids={[user.id]} users={[user]} />
      <ResetPassword user={user} />
      {identity?.id !== user.id && <RecordDelete type="USER" />}
    </Box>
  );
}
