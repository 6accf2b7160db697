import { counterTabs, type CounterPlace } from '../../domain/counters/places.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Question } from './answer/question.ts';

const everyModel: readonly CounterPlace[] = counterTabs.counters;

/** What is to be known of the figures in a file: what was asked for, of which moment they are, and the remarks that apply (C-14). */
export function notesOf(language: Language, question: Question, places: readonly CounterPlace[]): string[] {
  const { by, kind, periods, timeZone, asOf, firstPaperDay } = question;
  const t = translatorFor(language, 'headings');
  const time = asOf.toLocaleString(language, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const papers = by === 'day' && (periods[0] ?? '') < firstPaperDay && places.some((one) => one.startsWith('paper'));
  return [
    t(`counter-notes.${kind}`, { from: periods[0] ?? '', to: periods.at(-1) ?? '' }),
    t('counter-notes.asOf', { time, zone: timeZone }),
    t('counter-notes.use'),
    t('counter-notes.gaps'),
    ...(places.some((place) => !everyModel.includes(place)) ? [t('counter-notes.models')] : []),
    ...(papers ? [t('counter-notes.paperDays', { first: firstPaperDay })] : []),
  ];
}
