import { counterTabs, isOwn, type CounterPlace } from '../../domain/counters/places.ts';
import type { Language } from '../../domain/site/languages.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';
import type { Question } from './answer/question.ts';
import { countersOf } from './ledger/models.ts';
import { speaksOfSheets } from './words.ts';

const everyModel: readonly CounterPlace[] = counterTabs.counters;

/** What is to be known of the figures in a file: what was asked for, of which moment they are, and the remarks that apply (C-14). */
export function notesOf(site: Site, language: Language, question: Question, places: readonly CounterPlace[]): string[] {
  const { by, kind, periods, timeZone, asOf, firstPaperDay } = question;
  const t = translatorFor(language, 'headings', { sheets: speaksOfSheets(site) });
  const time = asOf.toLocaleString(language, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const papers = by === 'day' && (periods[0] ?? '') < firstPaperDay && places.some((one) => one.startsWith('paper'));
  return [
    t(`counter-notes.${kind}`, { from: periods[0] ?? '', to: periods.at(-1) ?? '' }),
    t('counter-notes.asOf', { time, zone: timeZone }),
    t('counter-notes.use'),
    t('counter-notes.gaps'),
    ...(places.some((place) => (isOwn(place) ? isLacking(site, place) : !everyModel.includes(place)))
      ? [t('counter-notes.models')]
      : []),
    ...(papers ? [t('counter-notes.paperDays', { first: firstPaperDay })] : []),
  ];
}

/** Whether a model of the site counts, but not this. */
function isLacking(site: Site, place: CounterPlace): boolean {
  const catalogues = deviceOptions(site).models.map(({ id }) => countersOf(site, id).catalogue);
  return catalogues.some((one) => one.size > 0 && !one.has(place));
}
