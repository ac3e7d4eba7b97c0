import type { TranslateFunction } from 'react-admin';

import { momentWords } from '#admin/i18n/moment-words.ts';
import { ownZone } from '#admin/i18n/zone.ts';
import type { Locale } from '#i18n/locale.ts';

const ISO_MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;
/** What the server counts with, such as `PAUSED`; a title in capitals is a text all the same, and stays. */
const WORD = /^[A-Z_]{4,}$/;

/** A value of the audit log as a person reads it. */
export function auditValue(value: unknown, { locale, translate }: { locale: Locale; translate: TranslateFunction }) {
  if (value === null || value === '') return '–';
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'boolean') return translate(`auditValues.${String(value)}`);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (ISO_MOMENT.test(value)) return momentWords(locale, value, ownZone()).own;
  return WORD.test(value) ? translate(`auditValues.${value}`, { _: value }) : value;
}
