import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { HttpError } from 'react-admin';
import { Link } from 'react-router';

import { ConfirmAction } from '#admin/components/confirm-action.tsx';
import { ReportTable } from '#admin/imports/report-table.tsx';
import { ImportRefused, type ImportReport } from '#admin/imports/send-import.ts';
import { useImportWords } from '#admin/imports/use-import-words.ts';

/** Colour is for what has to be mended. */
const PLAIN = { bgcolor: 'background.paper', color: 'text.primary', border: 1, borderColor: 'divider' };

interface ReportViewProps {
  file: File;
  report: ImportReport;
  onConfirm: () => Promise<void>;
  onStartOver: () => void;
}

/** What a file would do, line by line, and the button that does it; or what it did. */
export function ReportView({ file, report, onConfirm, onStartOver }: ReportViewProps) {
  const { t, sentences, refusal } = useImportWords();
  const said = sentences(report);
  const [first, ...rest] = said;

  async function confirm() {
    try {
      await onConfirm();
    } catch (error) {
      throw error instanceof ImportRefused ? new HttpError(refusal(error)[0], 409) : error;
    }
  }

  return (
    <section>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1, overflowWrap: 'anywhere' }}>
        {t('encoding', { name: file.name, encoding: report.encoding })}
      </Typography>
      <Alert
        severity={report.counts.PROBLEM > 0 ? 'error' : report.isDone ? 'success' : 'info'}
        role="status"
        sx={report.counts.PROBLEM > 0 ? {} : PLAIN}
      >
        <strong>{first}</strong>
        {rest.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Alert>
      <Counts report={report} />
      <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
        {report.confirm !== null && !report.isDone && (
          <ConfirmAction
            label={t('submit')}
            variant="contained"
            title={t('confirmTitle')}
            confirmLabel={t('submit')}
            onConfirm={confirm}
          >
            {said.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>{t('logged')}</p>
          </ConfirmAction>
        )}
        {report.isDone && (
          <Button component={Link} to="/books" variant="contained" size="small">
            {t('doneBooks')}
          </Button>
        )}
        <Button size="small" onClick={onStartOver}>
          {t('another')}
        </Button>
      </Stack>
      <ReportTable lines={report.lines} />
    </section>
  );
}

function Counts({ report: { counts } }: { report: ImportReport }) {
  const { t, number } = useImportWords();
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 2, mb: 0 }}>
      {(['PROBLEM', 'CREATE', 'SAME'] as const).map((outcome) => (
        <Box key={outcome}>
          <Box component="dt" sx={{ fontSize: 13, color: 'text.secondary' }}>
            {t(`outcomes.${outcome}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: 20, fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
            {number(counts[outcome])}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
