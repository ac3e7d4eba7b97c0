import { Button, ButtonLink } from '#components/button/button.tsx';
import { Notice } from '#components/notice/notice.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import css from '#features/my-coupons/my-passes-page.module.css';
import { PassList } from '#features/my-coupons/pass-list.tsx';
import { useI18n } from '#i18n/i18n-context.ts';
import { useMyPasses } from '#passes/use-my-passes.ts';
import { useSessionServices, useSessionState } from '#session/session-context.ts';

/** Every pass the reader holds. */
export function MyPassesPage() {
  const { t } = useI18n();
  const state = useSessionState();
  return (
    <>
      <PageTitle title={t.meta.passes} />
      <div className={css['intro']}>
        <h1 className={css['heading']}>{t.passes.heading}</h1>
        <p className={css['lead']}>
          {state.status === 'authenticated' ? t.passes.leadOf(state.user.username) : t.passes.lead}
        </p>
      </div>
      <Passes />
    </>
  );
}

function Passes() {
  const { t } = useI18n();
  const { prompt } = useSessionServices();
  const { status } = useSessionState();
  const { passes, failed, refetch } = useMyPasses();
  if (status === 'anonymous') {
    return (
      <Notice title={t.passes.loggedOut} hint={t.passes.loggedOutHint}>
        <Button tone="ink" onClick={() => void prompt.request('login')}>
          {t.auth.logIn}
        </Button>
      </Notice>
    );
  }
  if (passes === undefined && failed) {
    return (
      <Notice title={t.passes.loadFailed} hint={t.passes.loadFailedHint}>
        <Button tone="ink" onClick={() => void refetch().catch(() => undefined)}>
          {t.common.retry}
        </Button>
      </Notice>
    );
  }
  if (passes === undefined) return <PassesSkeleton />;
  if (passes.length === 0) {
    return (
      <Notice title={t.passes.empty} hint={t.passes.emptyHint}>
        <ButtonLink to="/" tone="ink">
          {t.passes.goToEvents}
        </ButtonLink>
      </Notice>
    );
  }
  return <PassList passes={passes} refetch={refetch} />;
}

function PassesSkeleton() {
  const { t } = useI18n();
  return (
    <div className={css['list']}>
      <output className="visually-hidden">{t.common.loading}</output>
      <div className={css['ticketSkeleton']}>
        <Skeleton height="100%" />
      </div>
      <div className={css['ticketSkeleton']}>
        <Skeleton height="100%" />
      </div>
    </div>
  );
}
