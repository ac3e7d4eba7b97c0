import { Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

import { CopyButton } from '#admin/components/copy-button.tsx';
import { generatePassword } from '#admin/resources/users/generate-password.ts';

interface PasswordFieldProps {
  value: string;
  onChange: (password: string) => void;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
}

/** A password that an administrator sets and hands over, so it can be read: typed, or made here. */
export function PasswordField({ value, onChange, problem }: PasswordFieldProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ width: '100%' }}>
      <TextField
        label={translate('resources.users.fields.password')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required
        error={problem !== undefined}
        helperText={problem ?? translate('resources.users.passwordHint')}
        slotProps={{ htmlInput: { maxLength: 128, autoComplete: 'off', spellCheck: false } }}
      />
      <Button size="small" onClick={() => onChange(generatePassword())}>
        {translate('resources.users.generate')}
      </Button>
      {value !== '' && <CopyButton text={value} label="copy.label" />}
    </Box>
  );
}
