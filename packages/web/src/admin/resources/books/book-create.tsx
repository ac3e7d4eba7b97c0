import { SimpleForm } from 'react-admin';

import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import { StaffCreate } from '#admin/components/staff-create.tsx';
import { BookFields } from '#admin/resources/books/book-fields.tsx';

export function BookCreate() {
  return (
    <StaffCreate>
      <SimpleForm warnWhenUnsavedChanges toolbar={<FormToolbar />} sx={{ maxWidth: 640 }}>
        <BookFields />
      </SimpleForm>
    </StaffCreate>
  );
}
