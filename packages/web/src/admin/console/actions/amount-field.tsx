import { TextField } from '@mui/material';

interface AmountFieldProps {
  label: string;
  hint?: string;
  value: string;
  disabled?: boolean;
  onChange: (text: string) => void;
}

/** A whole number, typed on a phone's number pad. */
export function AmountField({ label, hint = ' ', value, disabled = false, onChange }: AmountFieldProps) {
  return (
    <TextField
      label={label}
      helperText={hint}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
      size="medium"
      autoComplete="off"
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          maxLength: 9,
          style: { fontVariantNumeric: 'tabular-nums', fontSize: '1.25rem' },
        },
      }}
    />
  );
}

/** The number that was typed; undefined when it is none within the bounds. */
export function amountIn(text: string, least: number, most: number): number | undefined {
  const amount = Number(text);
  return text !== '' && amount >= least && amount <= most ? amount : undefined;
}
