import { FormControl, FormHelperText, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useInput, useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { shortDay, WEEKDAYS } from '#admin/resources/recurringDrops/weekdays.ts';

const atLeastOne = (days: unknown) =>
  Array.isArray(days) && days.length > 0 ? undefined : 'resources.recurringDrops.noDays';

const DAY = {
  minWidth: 44,
  textTransform: 'none',
  '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'primary.main', color: 'primary.contrastText' },
};

/** The days of the week, each a switch. */
export function DaysInput() {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const { field, fieldState } = useInput({ source: 'days', validate: atLeastOne });
  const value: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  return (
    <FormControl component="fieldset" error={fieldState.invalid} margin="dense">
      <FormLabel component="legend" sx={{ fontSize: 12, mb: 0.5 }}>
        {translate('resources.recurringDrops.fields.days')}
      </FormLabel>
      <ToggleButtonGroup
        value={value}
        onChange={(_, days: unknown) => field.onChange(days)}
        onBlur={field.onBlur}
        size="small"
      >
        {WEEKDAYS.map((day) => (
          <ToggleButton key={day} value={day} sx={DAY}>
            {shortDay(locale, day)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {fieldState.error?.message !== undefined && (
        <FormHelperText>{translate('resources.recurringDrops.noDays')}</FormHelperText>
      )}
    </FormControl>
  );
}
