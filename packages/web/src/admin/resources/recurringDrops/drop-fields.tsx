import { Box } from '@mui/material';
import { AutocompleteInput, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { BookChoice } from '#admin/components/book-choice.tsx';
import { KST, ownZone } from '#admin/i18n/zone.ts';
import { DaysInput } from '#admin/resources/recurringDrops/days-input.tsx';
import { dropNumber } from '#admin/resources/recurringDrops/drop-number.ts';

const NEEDED = required();
/** Two inputs beside each other, where there is room. */
const PAIR = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2, width: '100%' };

/** Korea's and the operator's own first: the others are looked for by typing. */
const ZONES = [...new Set([KST, ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((id) => ({
  id,
  name: id,
}));

const VISIBILITIES = ['LISTED', 'KEPT', 'UNLISTED'].map((id) => ({ id, name: `launch.visibilities.${id}` }));

/** A date or time input has its own format in it; the label must not lie on that. */
const SHRUNK = { inputLabel: { shrink: true } };

/** The inputs of a recurring drop, for making and editing one. */
export function DropFields() {
  return (
    <>
      <BookChoice />
      <DaysInput />
      <Box sx={PAIR}>
        <TextInput source="timeOfDay" type="time" validate={NEEDED} helperText={false} slotProps={SHRUNK} />
        <AutocompleteInput source="zone" choices={ZONES} validate={NEEDED} helperText={false} />
        <TextInput source="startsOn" type="date" validate={NEEDED} helperText={false} slotProps={SHRUNK} />
        <TextInput source="endsOn" type="date" helperText="resources.recurringDrops.endsOnHint" slotProps={SHRUNK} />
        <NumberInput source="openMinutes" validate={NEEDED} min={1} max={10_080} step={1} helperText={false} />
        <NumberInput source="totalQuantity" validate={NEEDED} min={1} step={1} helperText={false} />
        <NumberInput source="useWithinDays" validate={NEEDED} min={1} step={1} helperText={false} />
        <NumberInput source="readingDays" validate={NEEDED} min={1} step={1} helperText={false} />
        <NumberPatternInput />
        <SelectInput source="visibility" choices={VISIBILITIES} validate={NEEDED} helperText={false} />
      </Box>
    </>
  );
}

function NumberPatternInput() {
  const translate = useTranslate();
  const [pattern, day]: unknown[] = useWatch({ name: ['numberPattern', 'startsOn'] });
  const number = typeof pattern === 'string' && typeof day === 'string' ? dropNumber(pattern, day) : undefined;
  const hint =
    number === undefined
      ? translate('resources.recurringDrops.patternHint')
      : translate('resources.recurringDrops.patternExample', { number });
  return (
    <TextInput
      source="numberPattern"
      validate={NEEDED}
      helperText={hint}
      slotProps={{ htmlInput: { maxLength: 40, spellCheck: false, autoCapitalize: 'characters' } }}
    />
  );
}
