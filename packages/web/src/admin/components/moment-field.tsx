import { useRecordContext } from 'react-admin';

import { MomentText } from '#admin/components/moment-text.tsx';

interface MomentFieldProps {
  source: string;
  /** Read by react-admin's tables and layouts. */
  label?: string;
}

/** An instant of the record. */
export function MomentField({ source }: MomentFieldProps) {
  const record = useRecordContext();
  const value: unknown = record?.[source];
  return <MomentText iso={typeof value === 'string' ? value : null} />;
}
