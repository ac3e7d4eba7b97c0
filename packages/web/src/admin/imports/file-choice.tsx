import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useRef, useState, type DragEvent } from 'react';

import { useImportWords } from '#admin/imports/use-import-words.ts';

const ACCEPTED = '.csv,.txt,.json,text/csv,application/json';

interface FileChoiceProps {
  busy: boolean;
  onChosen: (file: File) => void;
}

/** A file is chosen, or dropped here. */
export function FileChoice({ busy, onChosen }: FileChoiceProps) {
  const { t } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(files: FileList | null | undefined) {
    const [file] = files ?? [];
    if (file && !busy) onChosen(file);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      sx={{
        border: '1.5px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        px: 3,
        py: { xs: 4, sm: 6 },
        textAlign: 'center',
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('choose')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // the same file, mended, may be chosen again
        }}
      />
      <Button
        variant="contained"
        startIcon={<UploadIcon />}
        disabled={busy}
        onClick={() => input.current?.click()}
        sx={{ minHeight: 44 }}
      >
        {busy ? t('looking') : t('choose')}
      </Button>
      <Typography sx={{ mt: 1.5, color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}>
        {t('drop')}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
        {t('accepts')}
      </Typography>
    </Box>
  );
}
