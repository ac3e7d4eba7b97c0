import { useEffect } from 'react';
import { toast, Toaster } from 'sonner';

import css from '#app/toasts.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

const CLASS_NAMES = {
  toast: css['toast'] ?? '',
  title: css['title'] ?? '',
  icon: css['icon'] ?? '',
  actionButton: css['action'] ?? '',
  closeButton: css['close'] ?? '',
};

// The shortcut would be read out as part of the landmark's name; Tab leads there too.
const NO_HOTKEY: string[] = [];

/** Short news at the lower edge, read out politely. */
export function Toasts() {
  const { t } = useI18n();
  useDismissOnNextPress();
  return (
    <Toaster
      position="bottom-center"
      customAriaLabel={t.common.news}
      hotkey={NO_HOTKEY}
      toastOptions={{
        unstyled: true,
        duration: 5_000,
        classNames: CLASS_NAMES,
        closeButtonAriaLabel: t.common.close,
      }}
    />
  );
}

/** A pointer that happens to rest on a toast stops its clock: what the reader does next ends it. Failures stay. */
function useDismissOnNextPress() {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest('[data-sonner-toast]')) return;
      for (const each of toast.getToasts()) {
        if ('title' in each && each.duration !== Infinity) toast.dismiss(each.id);
      }
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
}
