import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

interface ReturnToStockProps {
  /** Null: not answered yet. */
  value: boolean | null;
  onChange: (returnToStock: boolean) => void;
  /** How many can go back. */
  count: number;
}

/** The question with its two answers and what each leads to; none is chosen beforehand. */
export function ReturnToStock({ value, onChange, count }: ReturnToStockProps) {
  const translate = useTranslate();
  const words = { count: count.toLocaleString(useLocale()) };
  const answers = [
    { name: 'yes', answer: true },
    { name: 'no', answer: false },
  ];
  return (
    <FormControl component="fieldset" sx={{ mt: 2 }}>
      <FormLabel component="legend" required>
        {translate('resources.userCoupons.revoke.question')}
      </FormLabel>
      <RadioGroup value={value === null ? '' : String(value)} onChange={(_, chosen) => onChange(chosen === 'true')}>
        {answers.map(({ name, answer }) => (
          <Box key={name} sx={{ mt: 0.5 }}>
            <FormControlLabel
              value={String(answer)}
              control={<Radio size="small" />}
              label={translate(`resources.userCoupons.revoke.${name}`)}
            />
            <Typography variant="body2" sx={{ pl: 3.75, color: 'text.secondary' }}>
              {translate(`resources.userCoupons.revoke.${name}Hint`, words)}
            </Typography>
          </Box>
        ))}
      </RadioGroup>
    </FormControl>
  );
}
