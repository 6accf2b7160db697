import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { OwnRow } from './requests.ts';

const tones = { open: 'warning', answered: 'success', closed: 'quiet' } as const;

export function StateBadge({ state }: { state: OwnRow['state'] }) {
  const t = useTranslations('contact-requests.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
