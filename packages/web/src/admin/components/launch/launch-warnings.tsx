import { Alert, Stack } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

/** As the server's summaries have it. */
export interface LaunchWarning {
  readonly reason: string;
  readonly message: string;
  readonly value?: number | null;
  readonly limit?: number | null;
}

/** What whoever confirms should have seen, each in a line of its own. */
export function LaunchWarnings({ warnings }: { warnings: readonly LaunchWarning[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (warnings.length === 0) return null;
  const words = (count: number | null | undefined) => count?.toLocaleString(locale) ?? '';
  return (
    <Stack spacing={1} sx={{ mb: 2.5 }}>
      {warnings.map(({ reason, message, value, limit }) => (
        <Alert key={reason} severity="error" variant="filled" sx={{ fontWeight: 600 }}>
          {translate(`launch.warnings.${reason}`, { value: words(value), limit: words(limit), _: message })}
        </Alert>
      ))}
    </Stack>
  );
}
