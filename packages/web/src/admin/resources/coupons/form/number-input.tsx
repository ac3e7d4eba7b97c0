import { Button, InputAdornment } from '@mui/material';
import { TextInput, required, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';

import { suggestNumber } from '#admin/resources/coupons/form/coupon-defaults.ts';

const NEEDED = required();

/** The number that readers know a coupon by, with a button that thinks of one. */
export function NumberInput({ isLocked }: { isLocked: boolean }) {
  const translate = useTranslate();
  const { getValues, setValue } = useFormContext();

  function suggest() {
    setValue('number', suggestNumber(String(getValues('startsAt') ?? '')), { shouldDirty: true });
  }
  return (
    <TextInput
      source="number"
      validate={NEEDED}
      readOnly={isLocked}
      helperText={isLocked ? 'resources.coupons.locked' : 'resources.coupons.numberHint'}
      slotProps={{
        htmlInput: { autoCapitalize: 'characters', spellCheck: false, maxLength: 32 },
        input: isLocked
          ? {}
          : {
              endAdornment: (
                <InputAdornment position="end">
                  <Button size="small" onClick={suggest}>
                    {translate('resources.coupons.suggest')}
                  </Button>
                </InputAdornment>
              ),
            },
      }}
    />
  );
}
