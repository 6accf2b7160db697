import type { MailNoticeEvent } from '../../domain/mail-notices/events.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';

/** Events in words, one after the other; of none that there are none. */
export function eventWords(language: Language, events: readonly MailNoticeEvent[]): string {
  const say = translatorFor(language, 'headings');
  if (events.length === 0) return say('mail-notice-events.none');
  return events.map((event) => say(`mail-notice-events.${event}`)).join(language === 'ja' ? '、' : ', ');
}
