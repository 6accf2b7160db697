import { useTranslations } from 'use-intl';
import { Badge, type BadgeTone } from '../ui/badge.tsx';
import type { Alarm } from './requests.ts';

const tones: Record<Alarm['severity'], BadgeTone> = {
  unknown: 'quiet',
  warning: 'warning',
  error: 'error',
  'service-call': 'error',
};

/** How bad it is. */
export function SeverityBadge({ severity }: Pick<Alarm, 'severity'>) {
  const t = useTranslations('alarms.severities');
  return <Badge tone={tones[severity]}>{t(severity)}</Badge>;
}
