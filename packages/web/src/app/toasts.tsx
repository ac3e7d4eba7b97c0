import { Toaster } from 'sonner';

import css from '#app/toasts.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

const CLASS_NAMES = {
  toast: css['toast'] ?? '',
  title: css['title'] ?? '',
  icon: css['icon'] ?? '',
  actionButton: css['action'] ?? '',
};

/** Short news at the lower edge, read out politely. */
export function Toasts() {
  const { t } = useI18n();
  return (
    <Toaster
      position="bottom-center"
      containerAriaLabel={t.common.news}
      toastOptions={{ unstyled: true, duration: 5_000, classNames: CLASS_NAMES }}
    />
  );
}
