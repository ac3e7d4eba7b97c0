import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';

import { download, type DownloadRefusal } from '#admin/components/download.ts';
import { resourceTable } from '#admin/data-provider/resource-table.ts';
import type { FormValues } from '#admin/data-provider/staff-resource.ts';
import { withoutEmpty } from '#admin/data-provider/without-empty.ts';
import { useSend } from '#admin/use-send.ts';

/** Downloads the rows of a resource as a file; undefined for a resource that has no export. */
export function useExport(resource: string) {
  const exportRows = resourceTable[resource]?.exportRows;
  const [asking, setAsking] = useState(false);
  const translate = useTranslate();
  const notify = useNotify();
  const send = useSend();
  if (!exportRows) return undefined;

  function onRefused({ reason = 'OTHER' }: DownloadRefusal) {
    const other = translate('exports.refusals.OTHER');
    notify(translate(`exports.refusals.${reason}`, { _: other }), { type: 'error' });
  }

  async function begin(ask: NonNullable<typeof exportRows>, filter: FormValues) {
    setAsking(true);
    try {
      const { url } = await ask(send, withoutEmpty(filter));
      download(url, onRefused);
      notify(translate('exports.begun'), { type: 'info' });
    } catch (error) {
      notify(error instanceof Error ? error.message : translate('exports.refusals.OTHER'), { type: 'error' });
    } finally {
      setAsking(false);
    }
  }

  return { asking, begin: (filter: FormValues) => void begin(exportRows, filter) };
}
