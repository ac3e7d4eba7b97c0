import { ButtonLink } from '#components/button/button.tsx';
import { Notice } from '#components/notice/notice.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { useI18n } from '#i18n/i18n-context.ts';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <>
      <PageTitle title={t.meta.notFound} />
      <Notice heading="h1" title={t.notFound.heading} hint={t.notFound.hint}>
        <ButtonLink to="/" tone="ink">
          {t.notFound.home}
        </ButtonLink>
      </Notice>
    </>
  );
}
