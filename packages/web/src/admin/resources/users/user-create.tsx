import { required, SelectInput, SimpleForm, TextInput, useTranslate } from 'react-admin';

import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import { StaffCreate } from '#admin/components/staff-create.tsx';
import { PasswordInput } from '#admin/resources/users/password-input.tsx';
import { ROLES } from '#admin/resources/users/roles.ts';

const NEEDED = required();

/** An account that an administrator makes, mostly for somebody of the staff. */
export function UserCreate() {
  const translate = useTranslate();
  const choices = ROLES.map((id) => ({ id, name: translate(`roles.${id}`) }));
  return (
    <StaffCreate record={{ role: 'SUPPORT' }}>
      <SimpleForm warnWhenUnsavedChanges toolbar={<FormToolbar />} sx={{ maxWidth: 560 }}>
        <TextInput source="username" validate={NEEDED} helperText={false} autoComplete="off" />
        <PasswordInput />
        <SelectInput source="role" choices={choices} validate={NEEDED} helperText="resources.users.roleHint" />
      </SimpleForm>
    </StaffCreate>
  );
}
