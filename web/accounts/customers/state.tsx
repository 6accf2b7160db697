import { useTranslations } from 'use-intl';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import type { CustomerRow } from './requests.ts';

const tones = {
  invited: 'brand',
  invitedOver: 'warning',
  temporary: 'warning',
  unproved: 'quiet',
  proved: 'success',
} as const satisfies Record<string, BadgeTone>;
export type ShownState = keyof typeof tones;

/** An invitation whose link has run out is told apart: the customer has to ask for a new one. */
export function stateOf({ state, invitedUntil }: CustomerRow): ShownState {
  return state === 'invited' && invitedUntil !== null && Date.parse(invitedUntil) <= Date.now() ? 'invitedOver' : state;
}

export function CustomerState({ of }: { of: CustomerRow }) {
  const t = useTranslations('customers.states');
  const shown = stateOf(of);
  return <Badge tone={tones[shown]}>{t(shown)}</Badge>;
}
