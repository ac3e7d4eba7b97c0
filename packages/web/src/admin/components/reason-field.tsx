import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The server's bound. */
const LONGEST = 500;

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
}

/** Why somebody does what the rows don't tell. The audit log keeps it. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      label={translate('reason.label')}
      helperText={translate('reason.hint')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required
      multiline
      minRows={2}
      slotProps={{ htmlInput: { maxLength: LONGEST } }}
    />
  );
}
