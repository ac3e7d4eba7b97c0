import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

import { useBackCloses } from '#components/dialog/use-back-closes.ts';
import css from '#components/dialog/dialog.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import { classNames } from '#lib/class-names.ts';

interface DialogProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** Without a frame of its own: for content that is an object in itself, such as a ticket. */
  bare?: boolean;
}

/**
 * A modal dialog, open as long as it is rendered. The browser's own element keeps the focus inside, closes it with
 * Escape (and Back) and gives the focus back. A click beside it does nothing: half-typed input is worth more than that shortcut.
 */
export function Dialog({ title, children, onClose, bare = false }: DialogProps) {
  const { t } = useI18n();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useBackCloses(onClose);

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Not on a button: whoever still holds Enter down from the step before would press it.
    if (bare) dialog?.querySelector('h2')?.focus();
    // Closing before the element goes is what makes the browser return the focus.
    return () => dialog?.close();
  }, [bare]);

  return (
    <dialog
      ref={ref}
      className={classNames(css['dialog'], bare && css['bare'])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} tabIndex={bare ? -1 : undefined} className={css[bare ? 'bareTitle' : 'title']}>
        {title}
      </h2>
      {children}
      {!bare && (
        <button type="button" className={css['close']} aria-label={t.common.close} onClick={onClose}>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path d="M3 3l12 12M15 3L3 15" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
      )}
    </dialog>
  );
}
