import { LowerDialog } from '#admin/console/actions/lower-dialog.tsx';
import { PlainDialog } from '#admin/console/actions/plain-dialog.tsx';
import { TopUpDialog } from '#admin/console/actions/top-up-dialog.tsx';
import type { Operations } from '#admin/console/actions/use-operations.ts';
import type { ActionName } from '#admin/console/actions/why-not.ts';
import type { DropConsole } from '#admin/console/use-console.ts';

export interface ActionDialogProps {
  coupon: DropConsole['coupon'];
  /** Milliseconds of the server's clock. */
  now: number;
  operations: Operations;
  onClose: () => void;
}

/** Says in a sentence with numbers what will happen; the numbers go on while one reads. */
export function ActionDialog({ action, ...props }: ActionDialogProps & { action: ActionName }) {
  switch (action) {
    case 'topUp':
      return <TopUpDialog {...props} />;
    case 'lower':
      return <LowerDialog {...props} />;
    case 'pause':
    case 'resume':
    case 'close':
      return <PlainDialog {...props} action={action} />;
  }
}
