import { TextField } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { fromLocalMoment, toLocalMoment } from '#admin/i18n/local-moment.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { ownZone } from '#admin/i18n/zone.ts';

interface MomentChooserProps {
  label: string;
  /** ISO 8601; null while none is chosen. */
  value: string | null;
  onChange: (iso: string | null) => void;
}

/** A moment by the operator's clock, outside of a form; below it Korea's. */
export function MomentChooser({ label, value, onChange }: MomentChooserProps) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const [earliest] = useState(() => toLocalMoment(new Date().toISOString()));
  const kst = value === null ? null : momentWords(locale, value, ownZone()).kst;
  return (
    <TextField
      type="datetime-local"
      label={label}
      required
      defaultValue={toLocalMoment(value)}
      onChange={(event) => onChange(fromLocalMoment(event.target.value))}
      helperText={kst === null ? undefined : translate('moment.kst', { when: kst })}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: earliest } }}
      sx={{ mt: 2 }}
    />
  );
}
