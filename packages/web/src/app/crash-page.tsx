import { Button } from '#components/button/button.tsx';
import { Notice } from '#components/notice/notice.tsx';
import { useI18n } from '#i18n/i18n-context.ts';

/** Shown when a component throws: the reader's passes are on the server and unharmed. */
export function CrashPage() {
  const { t } = useI18n();
  return (
    <main>
      <Notice heading="h1" title={t.crash.heading} hint={t.crash.hint}>
        <Button tone="ink" onClick={() => location.reload()}>
          {t.crash.reload}
        </Button>
      </Notice>
    </main>
  );
}
