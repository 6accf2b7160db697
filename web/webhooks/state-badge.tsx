import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { WebhookRow } from './requests.ts';

const tones = {
  on: 'success',
  failing: 'warning',
  off: 'quiet',
  gone: 'error',
  'given-up': 'error',
  stopped: 'warning',
} as const;

export function StateBadge({ state }: { state: WebhookRow['state'] }) {
  const t = useTranslations('webhooks.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
