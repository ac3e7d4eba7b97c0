import type { ReactNode } from 'react';

import css from '#components/notice/notice.module.css';

interface NoticeProps {
  title: string;
  hint: string;
  children?: ReactNode;
  /** `h1` on a page that shows nothing else. */
  heading?: 'h1' | 'h2';
}

/** A page or a list that has nothing to show, and what to do about it. */
export function Notice({ title, hint, children, heading: Heading = 'h2' }: NoticeProps) {
  return (
    <div className={css['notice']}>
      <BlankTicket />
      <Heading className={css['title']}>{title}</Heading>
      <p className={css['hint']}>{hint}</p>
      {children && <div className={css['action']}>{children}</div>}
    </div>
  );
}

function BlankTicket() {
  return (
    <svg
      className={css['mark']}
      viewBox="0 0 88 64"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M4 10h80v15a7 7 0 0 0 0 14v15H4V39a7 7 0 0 0 0-14z" strokeLinejoin="round" />
      <path d="M62 12v40" strokeDasharray="3 4" />
      <path d="M18 26h30M18 36h18" strokeLinecap="round" />
    </svg>
  );
}
