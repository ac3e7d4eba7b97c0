import type { UserCoupon } from '@pagedrop/sdk';
import { useState } from 'react';

import { useServerClock } from '#clock/clock-context.ts';
import { Button } from '#components/button/button.tsx';
import { Notice } from '#components/notice/notice.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { DropCard } from '#features/events/drop-card.tsx';
import css from '#features/events/events-page.module.css';
import { EventsSkeleton } from '#features/events/events-skeleton.tsx';
import { Hero } from '#features/events/hero.tsx';
import { NewTicketDialog } from '#features/events/new-ticket-dialog.tsx';
import { pickHero, type Drop } from '#features/events/shelf.ts';
import { useEventShelf } from '#features/events/use-event-shelf.ts';
import { useTakePass } from '#features/events/use-take-pass.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { classNames } from '#lib/class-names.ts';
import { focusSoon } from '#lib/focus-soon.ts';

/** The event page: what opens next, and everything else that can be had. */
export function EventsPage() {
  const { t } = useI18n();
  const { drops, failed, refetch } = useEventShelf();
  const [issued, setIssued] = useState<UserCoupon | null>(null);
  const stale = drops !== undefined && failed;
  const take = useTakePass({ onIssued: setIssued, refetch });

  return (
    <>
      <PageTitle title={t.meta.events} />
      <div className={css['intro']}>
        <h1 className={css['heading']}>{t.events.heading}</h1>
        {/* A warning takes the place of the lead, so that its coming and going moves no button. */}
        <output className={classNames(css['lead'], stale && css['warning'])}>
          {stale ? t.events.stale : t.events.lead}
        </output>
      </div>
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
  const clock = useServerClock();
  // Chosen once: a card must not change its place under the reader's finger.
  const [heroId] = useState(() => pickHero(drops, clock.now())?.coupon.id);
  const hero = drops.find((drop) => drop.coupon.id === heroId);
  const others = drops.filter((drop) => drop !== hero);
  return (
    <>
      {hero && <Hero drop={hero} onTake={onTake} />}
      {others.length > 0 && (
        <section aria-labelledby="drops">
          <div className={css['listHead']}>
            <h2 id="drops" className={css['listTitle']}>
              {t.events.list}
            </h2>
            <span className={css['count']}>{t.events.count(number(others.length), others.length === 1)}</span>
          </div>
          <div className={css['grid']}>
            {others.map((drop) => (
              <DropCard key={drop.coupon.id} drop={drop} onTake={onTake} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
