import {
  CreateButton,
  FilterButton,
  TopToolbar,
  useCanAccess,
  useResourceContext,
  useResourceDefinition,
} from 'react-admin';
import type { ReactNode } from 'react';

/** Above a list: more filters, what the resource adds (an export, an import), and "create" for who may. */
export function ListActions({ children }: { children?: ReactNode }) {
  const resource = useResourceContext() ?? '';
  const { hasCreate } = useResourceDefinition();
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  return (
    <TopToolbar>
      <FilterButton />
      {children}
      {hasCreate === true && canAccess === true && <CreateButton variant="contained" size="small" />}
    </TopToolbar>
  );
}
