import { useTranslations } from 'use-intl';
import type { Attempt } from './requests.ts';

/** What a receiver answered, or why it did not, in words. */
export function useAnswerText(): (attempt: Pick<Attempt, 'status' | 'fault'>) => string {
  const t = useTranslations('webhooks');
  return ({ status, fault }) => (fault ? t(`faults.${fault}`) : String(status ?? t('list.noAnswer')));
}
