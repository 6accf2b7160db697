import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { KeyRow } from './requests.ts';

export function StateBadge({ state }: { state: KeyRow['state'] }) {
  const t = useTranslations('api-keys.states');
  const tone = state === 'active' ? 'success' : state === 'stopped' ? 'warning' : 'quiet';
  return <Badge tone={tone}>{t(state)}</Badge>;
}
