import { DateTimeInput, useLocale, useTranslate, type DateTimeInputProps } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { fromLocalMoment, toLocalMoment } from '#admin/i18n/local-moment.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { ownZone } from '#admin/i18n/zone.ts';

/** A moment by the operator's clock; below it Korea's, so that nobody opens a drop eight hours late. */
export function MomentInput({ helperText, ...props }: DateTimeInputProps) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const value: unknown = useWatch({ name: props.source });
  const zone = ownZone();
  const kst = typeof value === 'string' && value !== '' ? momentWords(locale, value, zone).kst : null;
  const note = kst === null ? undefined : translate('moment.kst', { when: kst });
  return (
    <DateTimeInput {...props} parse={fromLocalMoment} format={toLocalMoment} helperText={note ?? helperText ?? false} />
  );
}
