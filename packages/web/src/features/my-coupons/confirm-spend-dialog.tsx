import type { UserCoupon } from '@pagedrop/sdk';

import { Button } from '#components/button/button.tsx';
import { Byline } from '#components/byline.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';
import css from '#features/my-coupons/my-passes-page.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';
import { classNames } from '#lib/class-names.ts';

interface ConfirmSpendDialogProps {
  pass: UserCoupon;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what using a pass sets in motion before it does. */
export function ConfirmSpendDialog({ pass, onConfirm, onClose }: ConfirmSpendDialogProps) {
  const { t, days } = useI18n();
  const { book, readingDays } = pass.coupon;
  return (
    <Dialog title={t.passes.confirmTitle} onClose={onClose}>
      <p className={classNames('clamp', css['confirmBook'])}>
        <span lang={textLang(book.title)}>{book.title}</span>{' '}
        <span className={css['confirmAuthor']}>
          <Byline author={book.author} />
        </span>
      </p>
      <p className={css['confirmBody']}>{t.passes.confirmBody(days(readingDays))}</p>
      <div className={css['confirmActions']}>
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button tone="accent" onClick={onConfirm}>
          {t.passes.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
