import { useTranslations } from 'use-intl';
import type eventTextsEn from '../../domain/texts/en/events.ts';
import type { TextsOf } from '../texts/texts.tsx';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    events: typeof eventTextsEn;
  }
}

/** For the capabilities that tell of events: a sentence for each kind. */
export const eventTexts: Record<string, TextsOf> = {
  events: {
    ja: () => import('../../domain/texts/ja/events.ts'),
    en: () => import('../../domain/texts/en/events.ts'),
  },
};

/** What is said of an event by its kind; of one that a newer server wrote, its kind. */
export function useSentence(): (kind: string) => string {
  const t = useTranslations('events') as unknown as { (key: string): string; has: (key: string) => boolean };
  return (kind) => (t.has(kind) ? t(kind) : kind);
}
