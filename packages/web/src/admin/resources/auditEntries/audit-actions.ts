import { auditKo } from '#admin/i18n/audit-words.ts';

/** Every action that the log has words for, as the server names it: `coupon.pause`. */
export const AUDIT_ACTIONS = Object.entries(auditKo.auditActions).flatMap(([object, verbs]) =>
  typeof verbs === 'string' ? [object] : Object.keys(verbs).map((verb) => `${object}.${verb}`),
);
