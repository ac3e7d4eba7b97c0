import { SimpleForm } from 'react-admin';

import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import { StaffEdit } from '#admin/components/staff-edit.tsx';
import { BookFields } from '#admin/resources/books/book-fields.tsx';

export function BookEdit() {
  return (
    <StaffEdit>
      <SimpleForm warnWhenUnsavedChanges toolbar={<FormToolbar />} sx={{ maxWidth: 640 }}>
        <BookFields />
      </SimpleForm>
    </StaffEdit>
  );
}
