import { useState } from 'react';
import { Create, type CreateProps } from 'react-admin';
import { v4 as newId } from 'uuid';

/** A form that makes something under an id made once: sent again after a lost answer, it makes no second one. */
export function StaffCreate({ children, record, ...props }: CreateProps) {
  const [id] = useState(() => newId());
  return (
    <Create redirect="show" record={{ ...record, id }} {...props}>
      {children}
    </Create>
  );
}
