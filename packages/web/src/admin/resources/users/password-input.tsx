import { useInput } from 'react-admin';

import { PasswordField } from '#admin/resources/users/password-field.tsx';

/** The password in a form. */
export function PasswordInput() {
  const { field, fieldState } = useInput<{ password: string }>({ source: 'password', defaultValue: '' });
  const value: unknown = field.value;
  const problem = fieldState.error?.message;
  return (
    <PasswordField
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      problem={wordsOf(problem)}
    />
  );
}

/** react-admin carries a server's problem through the form as a marked text. */
function wordsOf(message: string | undefined): string | undefined {
  if (message === undefined) return undefined;
  const [, marked] = /^@@react-admin@@"(.*)"$/.exec(message) ?? [];
  return marked ?? message;
}
