import { Alert, Button } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { List, useListContext, useTranslate, type ListProps } from 'react-admin';

import { ListPager } from '#admin/components/list-pager.tsx';
import { ListSkeleton } from '#admin/components/list-skeleton.tsx';

interface StaffListProps extends Omit<ListProps, 'children' | 'pagination'> {
  /** A `DataTable`. */
  children: ReactNode;
  /** An `EmptyHint`: shown when there is none at all. */
  empty: ReactElement;
  /** Of the table, so that it has its size before its rows are there. */
  skeleton: { columns: number; rowHeight: number };
}

/** A list as all of ours are: counted, paged by cursor, its failure in words and with a way on. */
export function StaffList({ children, skeleton, ...props }: StaffListProps) {
  return (
    <List perPage={25} exporter={false} pagination={<ListPager />} error={<ListProblem />} {...props}>
      <OrSkeleton {...skeleton}>{children}</OrSkeleton>
    </List>
  );
}

function OrSkeleton({ children, ...skeleton }: StaffListProps['skeleton'] & { children: ReactNode }) {
  const { isPending } = useListContext();
  return isPending ? <ListSkeleton {...skeleton} /> : children;
}

function ListProblem() {
  const translate = useTranslate();
  const { error, refetch } = useListContext();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={() => void refetch()}>
          {translate('ra.action.refresh')}
        </Button>
      }
    >
      {error instanceof Error ? error.message : translate('errors.UNKNOWN')}
    </Alert>
  );
}
