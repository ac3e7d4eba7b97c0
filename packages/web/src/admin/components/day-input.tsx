import { DateInput, type DateInputProps } from 'react-admin';

import { fromLocalDay, toLocalDay } from '#admin/i18n/local-moment.ts';

const dayBefore = (iso: unknown) => {
  if (typeof iso !== 'string' || iso === '') return '';
  return toLocalDay(new Date(Date.parse(iso) - 1).toISOString());
};

/** A filter's first day: from when it begins, by the operator's clock. */
export function FromDayInput(props: DateInputProps) {
  return <DateInput {...props} parse={(day: string) => fromLocalDay(day)} format={toLocalDay} />;
}

/** A filter's last day: up to its end. */
export function ToDayInput(props: DateInputProps) {
  return <DateInput {...props} parse={(day: string) => fromLocalDay(day, { after: 1 })} format={dayBefore} />;
}
