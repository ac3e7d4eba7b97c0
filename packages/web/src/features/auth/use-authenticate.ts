import { useApolloClient } from '@apollo/client/react';
import { LoginDocument, RegisterDocument, type AuthPayloadFieldsFragment } from '@pagedrop/sdk';
import { useRef, useState } from 'react';

import { checkCredentials, type CredentialErrors, type Credentials } from '#features/auth/check-credentials.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { apiProblem } from '#lib/api-problem.ts';
import { problemWords } from '#lib/problem-words.ts';
import { useSessionServices } from '#session/session-context.ts';
import type { PromptMode } from '#session/login-prompt.ts';

export interface Authenticate {
  errors: CredentialErrors;
  submitting: boolean;
  /** Resolves to what was wrong, or to null when the reader is logged in. */
  submit: (credentials: Credentials) => Promise<CredentialErrors | null>;
}

/** Registers or logs in, once per press. */
export function useAuthenticate(mode: PromptMode): Authenticate {
  const client = useApolloClient();
  const { session } = useSessionServices();
  const { t } = useI18n();
  const [errors, setErrors] = useState<CredentialErrors>({});
  const [submitting, setSubmitting] = useState(false);
  // State is a render behind; a second Enter can be faster than that.
  const underWay = useRef(false);

  async function send({ username, password }: Credentials): Promise<AuthPayloadFieldsFragment | undefined> {
    const variables = { username: username.trim(), password };
    if (mode === 'login') {
      const { data } = await client.mutate({ mutation: LoginDocument, variables, fetchPolicy: 'no-cache' });
      return data?.login;
    }
    const { data } = await client.mutate({ mutation: RegisterDocument, variables, fetchPolicy: 'no-cache' });
    return data?.register;
  }

  async function attempt(credentials: Credentials): Promise<CredentialErrors | null> {
    try {
      const payload = await send(credentials);
      if (!payload) return { form: t.errors.unknown };
      session.begin(payload);
      return null;
    } catch (error) {
      const { field, message } = problemWords(apiProblem(error), t.errors);
      return { [field ?? 'form']: message };
    }
  }

  async function submit(credentials: Credentials): Promise<CredentialErrors | null> {
    if (underWay.current) return {};
    const found = checkCredentials(mode, credentials, t.errors);
    setErrors(found);
    if (found.username ?? found.password) return found;
    underWay.current = true;
    setSubmitting(true);
    const outcome = await attempt(credentials);
    underWay.current = false;
    setSubmitting(false);
    setErrors(outcome ?? {});
    return outcome;
  }

  return { errors, submitting, submit };
}
