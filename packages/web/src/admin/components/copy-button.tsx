import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** Copies a text; says so, or that the browser does not let it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const translate = useTranslate();
  const notify = useNotify();

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      notify('copy.done', { type: 'info' });
    } catch {
      notify('copy.failed', { type: 'warning' });
    }
  }
  return (
    <Button size="small" startIcon={<CopyIcon />} onClick={() => void copy()}>
      {translate(label)}
    </Button>
  );
}
