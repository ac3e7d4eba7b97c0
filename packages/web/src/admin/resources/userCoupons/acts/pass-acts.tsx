import { ExtendPasses } from '#admin/resources/userCoupons/acts/extend-passes.tsx';
import { RevokePasses } from '#admin/resources/userCoupons/acts/revoke-passes.tsx';
import { UndoUses } from '#admin/resources/userCoupons/acts/undo-uses.tsx';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';

export interface PassActProps {
  passes: readonly Pass[];
  /** False while not all of them are there to judge by. */
  ready?: boolean;
  onDone?: () => void;
}

/** What staff do with passes, one or many. */
export function PassActs(props: PassActProps) {
  return (
    <>
      <ExtendPasses {...props} />
      <UndoUses {...props} />
      <RevokePasses {...props} />
    </>
  );
}
