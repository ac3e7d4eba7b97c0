import { Box, Button, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { required, TextInput, useLocale, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { exampleNumbers, roomOf } from '#admin/resources/couponBatches/number-pattern.ts';

const NEEDED = required();

/** The pattern of the numbers, with numbers as they may look and whether it has room for so many. */
export function PatternInput() {
  const [pattern, count]: unknown[] = useWatch({ name: ['pattern', 'count'] });
  return (
    <Box sx={{ width: '100%' }}>
      <TextInput
        source="pattern"
        validate={NEEDED}
        helperText="resources.couponBatches.patternHint"
        slotProps={{ htmlInput: { maxLength: 32, spellCheck: false, autoCapitalize: 'characters' } }}
      />
      {typeof pattern === 'string' && pattern.includes('?') && <Examples pattern={pattern} count={Number(count)} />}
    </Box>
  );
}

function Examples({ pattern, count }: { pattern: string; count: number }) {
  const translate = useTranslate();
  const locale = useLocale();
  const [turn, setTurn] = useState(0);
  // Others with each turn, the same while somebody types elsewhere.
  const numbers = useMemo(() => exampleNumbers(pattern, turn < 0 ? 0 : 3), [pattern, turn]);
  const { has, needs } = roomOf(pattern, count);
  const words = { has, needs, count: (count || 0).toLocaleString(locale) };
  return (
    <Box sx={{ mb: 1, px: 1.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        {numbers.map((number) => (
          <Typography key={number} component="code" variant="body2" sx={{ fontFamily: 'monospace' }}>
            {number}
          </Typography>
        ))}
        <Button size="small" onClick={() => setTurn(turn + 1)}>
          {translate('resources.couponBatches.others')}
        </Button>
      </Box>
      <Typography variant="body2" role="status" sx={{ color: has < needs ? 'error.main' : 'text.secondary' }}>
        {translate(`resources.couponBatches.${has < needs ? 'tooLittleRoom' : 'enoughRoom'}`, words)}
      </Typography>
    </Box>
  );
}
