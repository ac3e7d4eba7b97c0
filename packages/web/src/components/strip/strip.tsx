import type { ReactNode } from 'react';

import css from '#components/strip/strip.module.css';

/** A sentence across the top of the view wherever the reader has scrolled to; nothing while it has no words. */
export function Strip({ children }: { children: ReactNode }) {
  return <output>{children && <span className={css['strip']}>{children}</span>}</output>;
}
