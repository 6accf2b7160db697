import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { MailingRow } from './requests.ts';

const tones = { 'under-way': 'brand', done: 'success' } as const;

export function StateBadge({ state }: { state: MailingRow['state'] }) {
  const t = useTranslations('mailings.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
