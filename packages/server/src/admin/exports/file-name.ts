import type { ExportList } from '#admin/exports/export-list.js';

const KOREA_MS = 9 * 3_600_000;

/**
 * `content-disposition` of an export (RFC 6266): what it is, in the browser's language, and when, in Korea's time. Old
 * clients read the first name, in ASCII.
 */
export function contentDisposition({ label }: ExportList, language: string | undefined, now = Date.now()): string {
  const stamp = new Date(now + KOREA_MS).toISOString().slice(0, 16).replaceAll(':', '').replace('T', '-');
  const name = language?.trim().toLowerCase().startsWith('ko') ? label.ko : label.en;
  const plain = `pagedrop-${label.en}-${stamp}.csv`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(`pagedrop-${name}-${stamp}.csv`)}`;
}
