import { PagedropError } from '@pagedrop/sdk';
import { Alert, Button, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { Form, Notification, PasswordInput, TextInput, useLogin, useTranslate } from 'react-admin';

import { FrontPage } from '#admin/layout/front-page.tsx';
import { useI18n } from '#i18n/i18n-context.ts';
import { problemWords } from '#lib/problem-words.ts';

/** Staff log in here; what goes wrong is said in the words of the reader's page. */
export function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const { t } = useI18n();
  const [problem, setProblem] = useState<string | null>(null);
  const [submitting, setSubmitting] = useState(false);

  // Who comes here comes to log in.
  useEffect(() => document.querySelector<HTMLInputElement>('input[name=username]')?.focus(), []);

  async function submit({ username, password }: { username?: string; password?: string }) {
    if (!username?.trim() || !password) return setProblem(translate('login.missing'));
    setProblem(null);
    setSubmitting(true);
    try {
      await login({ username, password });
    } catch (error) {
      setSubmitting(false);
      setProblem(problemWords(apiProblem(error), t.errors).message);
    }
  }

  return (
    <FrontPage title={translate('login.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('login.lead')}</Typography>
      <Form onSubmit={submit} noValidate>
        <TextInput
          source="username"
          label="ra.auth.username"
          autoComplete="username"

          helperText={false}
        />
        <PasswordInput source="password" label="ra.auth.password" autoComplete="current-password" helperText={false} />
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 1 }}>
            {problem}
          </Alert>
        )}
        <Button type="submit" variant="contained" size="large" fullWidth disabled={submitting} sx={{ mt: 2 }}>
          {translate(submitting ? 'login.submitting' : 'login.submit')}
        </Button>
      </Form>
      <Notification />
    </FrontPage>
  );
}

function apiProblem(error: unknown) {
  if (error instanceof PagedropError) return error;
  return { code: 'UNKNOWN', field: undefined, reason: undefined, retryAfterMs: undefined };
}
