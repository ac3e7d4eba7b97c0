import { Skeleton } from '#components/skeleton.tsx';
import card from '#features/events/drop-card.module.css';
import css from '#features/events/events-page.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** The page before the first answer, in its final size. */
export function EventsSkeleton() {
  const { t } = useI18n();
  return (
    <>
      <output className="visually-hidden">{t.common.loading}</output>
      <div className={css['heroSkeleton']} aria-hidden="true">
        <Skeleton width="132px" height="16px" />
        <Skeleton width="min(340px, 72%)" height="56px" />
        <Skeleton width="min(220px, 48%)" height="32px" />
      </div>
      <div className={css['grid']} aria-hidden="true">
        {Array.from({ length: 8 }, (_, index) => (
          <CardSkeleton key={index} />
        ))}
      </div>
    </>
  );
}

function CardSkeleton() {
  return (
    <div className={card['card']}>
      <div className={`${card['cover']} ${css['coverSkeleton']}`}>
        <Skeleton height="100%" />
      </div>
      <div className={css['textSkeleton']}>
        <Skeleton width="70%" height="25px" />
        <Skeleton width="40%" height="17px" />
        <Skeleton height="36px" />
      </div>
      <div className={card['facts']}>
        <Skeleton width="60%" height="21px" />
        <Skeleton height="33px" />
      </div>
      <div className={card['action']}>
        <Skeleton height="48px" />
      </div>
    </div>
  );
}
