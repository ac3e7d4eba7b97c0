import { Show, type ShowProps } from 'react-admin';

import { useRecordProblem } from '#admin/components/use-record-problem.ts';

/** A record and what belongs to it. */
export function StaffShow({ children, ...props }: ShowProps) {
  const onError = useRecordProblem();
  return (
    <Show queryOptions={{ onError }} {...props}>
      {children}
    </Show>
  );
}
