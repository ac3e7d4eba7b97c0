import { useState } from 'react';

import { useClient } from '#admin/client-context.ts';
import { ImportRefused, sendImport, type ImportReport } from '#admin/imports/send-import.ts';

/** Where an import stands. The file is kept: what is confirmed is sent again, and must be the same. */
export interface ImportState {
  readonly file: File | null;
  readonly working: boolean;
  readonly report: ImportReport | null;
  readonly refused: ImportRefused | null;
}

const NOTHING: ImportState = { file: null, working: false, report: null, refused: null };

/** Looks at a file, and imports it when its report was confirmed. */
export function useImport() {
  const client = useClient();
  const [state, setState] = useState(NOTHING);

  async function look(file: File) {
    setState({ ...NOTHING, file, working: true });
    try {
      const report = await sendImport(file, { accessToken: await client.accessToken() });
      setState({ ...NOTHING, file, report });
    } catch (error) {
      setState({ ...NOTHING, file, refused: asRefusal(error) });
    }
  }

  /** Rejects with why it was not done; nothing is written then, unless no answer came, and asking again is safe. */
  async function carryOut() {
    const { file, report } = state;
    if (!file || report?.confirm === undefined || report.confirm === null) return;
    const done = await sendImport(file, { accessToken: await client.accessToken(), confirm: report.confirm });
    setState({ ...NOTHING, file, report: done });
  }

  return { ...state, look, carryOut, startOver: () => setState(NOTHING) };
}

/** A file that changed on the disk after it was chosen cannot be read again, either. */
function asRefusal(error: unknown): ImportRefused {
  return error instanceof ImportRefused ? error : new ImportRefused('NETWORK', '');
}
