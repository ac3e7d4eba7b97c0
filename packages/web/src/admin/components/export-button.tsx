import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Tooltip } from '@mui/material';
import { useCanAccess, useListContext, useLocale, useResourceContext, useTranslate } from 'react-admin';
import { z } from 'zod';

import { useExport } from '#admin/components/use-export.ts';

const counted = z.object({ count: z.object({ value: z.number(), isExact: z.boolean() }) });

/** All rows that match the filters on the screen as a file, not only those of the page; for who may. */
export function ExportButton() {
  const resource = useResourceContext() ?? '';
  const { filter, filterValues, meta } = useListContext();
  const { canAccess } = useCanAccess({ resource, action: 'export' });
  const file = useExport(resource);
  const translate = useTranslate();
  const locale = useLocale();
  if (canAccess !== true || !file) return null;

  const count = counted.safeParse(meta).data?.count;
  const value = count?.value.toLocaleString(locale);
  const hint = count === undefined ? 'any' : count.value === 0 ? 'none' : count.isExact ? 'exact' : 'about';
  const rows = value === undefined || hint === 'none' ? '' : ` (${hint === 'about' ? '~' : ''}${value})`;

  return (
    <Tooltip title={translate(`exports.${hint}`, { value })}>
      <span>
        <Button
          size="small"
          startIcon={<DownloadIcon />}
          disabled={file.asking || hint === 'none'}
          onClick={() => file.begin({ ...filterValues, ...filter })}
        >
          {translate('exports.label')}
          {rows}
        </Button>
      </span>
    </Tooltip>
  );
}
