import { Alert, Box, Typography } from '@mui/material';
import { Title, useCanAccess } from 'react-admin';

import { FileChoice } from '#admin/imports/file-choice.tsx';
import { ReportView } from '#admin/imports/report-view.tsx';
import { Templates } from '#admin/imports/templates.tsx';
import { useImport } from '#admin/imports/use-import.ts';
import { useImportWords } from '#admin/imports/use-import-words.ts';

/** Books and coupons from a file: looked at, confirmed, made. */
export function ImportPage() {
  const { t, refusal } = useImportWords();
  const { canAccess, isPending } = useCanAccess({ resource: 'imports', action: 'create' });
  const { file, working, report, refused, look, carryOut, startOver } = useImport();
  if (isPending) return null;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Title title="resources.imports.name" />
      {canAccess !== true && <Alert severity="info">{t('forbidden')}</Alert>}
      {canAccess === true && file && report && (
        <ReportView file={file} report={report} onConfirm={carryOut} onStartOver={startOver} />
      )}
      {canAccess === true && !report && (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('lead')}</Typography>
          {refused && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {refusal(refused).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
            </Alert>
          )}
          <FileChoice busy={working} onChosen={(chosen) => void look(chosen)} />
          <Templates />
        </>
      )}
    </Box>
  );
}
