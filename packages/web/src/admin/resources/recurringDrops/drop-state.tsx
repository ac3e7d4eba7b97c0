import { Chip } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';

import type { RecurringDropFieldsFragment } from '#admin/generated/operations.ts';

/** Whether it goes on, and whether something is wrong with it. */
export function DropState() {
  const drop = useRecordContext<RecurringDropFieldsFragment>();
  const translate = useTranslate();
  if (!drop) return null;
  const state = stateOf(drop);
  const color = state === 'problem' ? 'error' : state === 'running' ? 'success' : 'default';
  return (
    <Chip size="small" variant="outlined" color={color} label={translate(`resources.recurringDrops.states.${state}`)} />
  );
}

function stateOf({ isPaused, problem, upcoming }: RecurringDropFieldsFragment) {
  if (isPaused) return 'paused';
  if (problem !== null) return 'problem';
  return upcoming.length > 0 ? 'running' : 'over';
}
