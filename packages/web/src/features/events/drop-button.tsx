import { Button, ButtonLink, type ButtonTone } from '#components/button/button.tsx';
import { countdownText } from '#clock/countdown-parts.ts';
import type { DropState } from '#features/events/drop-state.ts';
import { useI18n, type I18n } from '#i18n/i18n-context.ts';

interface DropButtonProps {
  state: DropState;
  onTake: () => void;
  /** The id of the book's heading, so that each of many like buttons says whose it is. */
  describedBy: string;
  id: string;
  /** Says this instead of the countdown, where a larger one stands above. */
  opensLater?: string;
}

/** The one button of a drop. It stays the same element while its words change, so that the focus stays on it. */
export function DropButton({ state, onTake, describedBy, id, opensLater }: DropButtonProps) {
  const i18n = useI18n();
  if (state.kind === 'mine') {
    return (
      <ButtonLink id={id} to="/my-passes" tone="success" wide aria-describedby={describedBy}>
        <Check />
        {i18n.t.action.mine(i18n.number(state.sequence))}
      </ButtonLink>
    );
  }
  const pressable = state.kind === 'open' || state.kind === 'logIn';
  const retrying = state.kind === 'busy' || state.kind === 'reconnecting';
  const later = state.kind === 'opensLater' ? opensLater : undefined;
  return (
    <Button
      id={id}
      wide
      tone={TONES[state.kind]}
      busy={state.kind === 'taking' || retrying}
      dense={retrying || later !== undefined}
      inactive={!pressable}
      onClick={onTake}
      aria-describedby={describedBy}
    >
      {later ?? words(state, i18n)}
    </Button>
  );
}

const TONES: Record<Exclude<DropState['kind'], 'mine'>, ButtonTone> = {
  open: 'accent',
  // The accent is for what can be had with this very tap.
  logIn: 'ink',
  taking: 'accent',
  busy: 'ink',
  reconnecting: 'ink',
  checking: 'quiet',
  opensLater: 'quiet',
  paused: 'quiet',
  soldOut: 'quiet',
  ended: 'quiet',
};

function words(state: Exclude<DropState, { kind: 'mine' }>, { t, locale }: I18n) {
  switch (state.kind) {
    case 'opensLater':
      return t.action.opensIn(countdownText(state.inMs, locale === 'ko' ? '일' : 'd'));
    case 'checking':
      return <span className="visually-hidden">{t.action.checking}</span>;
    default:
      return t.action[state.kind];
  }
}

function Check() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" aria-hidden="true">
      <path
        d="M3.5 9.5l3.7 3.7L14.5 5.4"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
