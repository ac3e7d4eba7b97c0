import { useRecordContext } from 'react-admin';

import { StaffEdit } from '#admin/components/staff-edit.tsx';
import { DropForm } from '#admin/resources/recurringDrops/drop-form.tsx';

export function DropEdit() {
  return (
    <StaffEdit>
      <Form />
    </StaffEdit>
  );
}

function Form() {
  const drop = useRecordContext();
  return drop ? <DropForm id={String(drop.id)} /> : null;
}
