import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { languages, type Language, type Localised } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';
import { statusOf } from './watched.ts';

export type Described = { cause: string; code: string; model: string; flapping: boolean; rises: number };

/** What is wrong, in words: of a status the name that the model's data give it. */
export function describeAlarm(site: Site, language: Language, alarm: Described): string {
  const say = translatorFor(language, 'headings');
  const what = plainly(site, language, alarm);
  return alarm.flapping ? say('alarms.flapping', { what, count: alarm.rises }) : what;
}

function plainly(site: Site, language: Language, { cause, code, model }: Described): string {
  const say = translatorFor(language, 'headings');
  if (cause === 'status') return statusOf(site, model, code)?.name[language] ?? say('alarms.causes.unknown', { code });
  const metric = findModel(deviceOptions(site), model)?.metrics.find((one) => one.code === code);
  return say(`alarms.causes.${cause}`, { metric: metric?.name[language] ?? code, serial: code });
}

/** As `describeAlarm`, in every language. */
export function describeInAll(site: Site, alarm: Described): Localised {
  const words = languages.map((language) => [language, describeAlarm(site, language, alarm)] as const);
  return Object.fromEntries(words) as Localised;
}
