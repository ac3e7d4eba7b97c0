import { useState } from 'react';

import { useAnnounce } from '#components/announcer.tsx';
import { Button } from '#components/button/button.tsx';
import css from '#components/ticket/ticket.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import { codeGroups } from '#passes/code-groups.ts';

/** How long the button confirms a copy. */
const CONFIRM_MS = 2_000;

/** The pass's own code and a button that copies it. */
export function TicketCode({ code, title }: { code: string; title: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const groups = codeGroups(code);

  async function copy() {
    try {
      await navigator.clipboard.writeText(groups.join('-'));
      setSaid(t.ticket.copied);
      announce(t.ticket.copied);
    } catch {
      // Refused or not there (an address without https): the code itself can be selected.
      setSaid(t.ticket.copyFailed);
      announce(t.ticket.copyFailed);
    }
    setTimeout(() => setSaid(null), CONFIRM_MS);
  }

  return (
    <div className={css['codeRow']}>
      <p className={css['code']}>
        <span className="visually-hidden">{t.ticket.code}</span>
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <Button tone="plain" small aria-label={t.ticket.copyCode(title)} onClick={() => void copy()}>
        {said === t.ticket.copied ? '✓' : t.ticket.copy}
      </Button>
    </div>
  );
}
