import type { Setting } from '../../domain/device-settings/value.ts';
import type { Value } from '../../domain/protocol/body.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';

/** A setting and its value in a mail. */
export function settingInWords(setting: Setting, value: Value, language: Language): string {
  const say = translatorFor(language, 'mail');
  const words = (): string => {
    if (typeof value === 'boolean') return say(value ? 'settingOn' : 'settingOff');
    if (setting.kind === 'choice')
      return setting.choices?.find(({ code }) => code === value)?.name[language] ?? String(value);
    return `${value}${setting.unit ? ` ${setting.unit}` : ''}`;
  };
  return say('settingLine', { name: setting.name[language], value: words() });
}
