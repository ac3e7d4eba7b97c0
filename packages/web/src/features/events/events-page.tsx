import type { UserCoupon } from '@pagedrop/sdk';
import { useState } from 'react';

import { Button } from '#components/button/button.tsx';
import { Notice } from '#components/notice/notice.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { Strip } from '#components/strip/strip.tsx';
import { DropCard } from '#features/events/drop-card.tsx';
import css from '#features/events/events-page.module.css';
import { EventsSkeleton } from '#features/events/events-skeleton.tsx';
import { Hero } from '#features/events/hero.tsx';
import { NewTicketDialog } from '#features/events/new-ticket-dialog.tsx';
import { laterRounds, type Drop } from '#features/events/shelf.ts';
import { useEventShelf } from '#features/events/use-event-shelf.ts';
import { useHero } from '#features/events/use-hero.ts';
import { useTakePass } from '#features/events/use-take-pass.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { focusSoon } from '#lib/focus-soon.ts';
import { useOnline } from '#lib/use-online.ts';

/** The event page: what opens next, and everything else that can be had. */
export function EventsPage() {
  const { t } = useI18n();
  const { drops, failed, refetch } = useEventShelf();
  const [issued, setIssued] = useState<UserCoupon | null>(null);
  const online = useOnline();
  const stale = drops !== undefined && failed;
  const take = useTakePass({ onIssued: setIssued, refetch });

  return (
    <>
      <PageTitle title={t.meta.events} />
      <div className={css['intro']}>
        <h1 className={css['heading']}>{t.events.heading}</h1>
        <p className={css['lead']}>{t.events.lead}</p>
      </div>
      <Strip>{stale && online && t.events.stale}</Strip>
      {drops === undefined && !failed && <EventsSkeleton />}
      {drops === undefined && failed && (
        <Notice title={t.events.loadFailed} hint={t.events.loadFailedHint}>
          <Button tone="ink" onClick={refetch}>
            {t.common.retry}
          </Button>
        </Notice>
      )}
      {drops?.length === 0 && <Notice title={t.events.empty} hint={t.events.emptyHint} />}
      {drops && drops.length > 0 && <Shelf drops={drops} onTake={(drop) => void take(drop)} />}
      {issued && (
        <NewTicketDialog
          pass={issued}
          onClose={() => {
            setIssued(null);
            // The button that opened the dialog is a link by now: the browser can't give the focus back to it.
            focusSoon(`take-${issued.coupon.id}`);
          }}
        />
      )}
    </>
  );
}

function Shelf({ drops, onTake }: { drops: readonly Drop[]; onTake: (drop: Drop) => void }) {
  const { t, number } = useI18n();
  const hero = useHero(drops);
  const others = drops.filter((drop) => drop !== hero);
  const rounds = laterRounds(drops);
  const books = new Set(others.map((drop) => drop.book.id)).size;
  return (
    <>
      {hero && <Hero key={hero.coupon.id} drop={hero} round={rounds.get(hero.coupon.id)} onTake={onTake} />}
      {others.length > 0 && (
        <section aria-labelledby="drops">
          <div className={css['listHead']}>
            <h2 id="drops" className={css['listTitle']}>
              {t.events.list}
            </h2>
            <span className={css['count']}>{t.events.count(number(books), books === 1)}</span>
          </div>
          <div className={css['grid']}>
            {others.map((drop) => (
              <DropCard key={drop.coupon.id} drop={drop} round={rounds.get(drop.coupon.id)} onTake={onTake} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
