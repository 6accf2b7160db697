import { useTranslations } from 'use-intl';
import { readWindow } from '../../domain/device-settings/window.ts';
import { useSiteWords } from '../context/site.ts';
import type { Setting, Value } from './requests.ts';
import { endsOf } from './typed.ts';

/** A value of a setting as people read it; null is not known. */
export function useValueWords(): (setting: Pick<Setting, 'unit' | 'choices'>, value: Value | null) => string {
  const t = useTranslations('device-settings');
  const words = useSiteWords();
  return ({ unit, choices }, value) => {
    if (value === null) return t('now.unknown');
    if (typeof value === 'boolean') return t(value ? 'values.on' : 'values.off');
    const choice = choices.find(({ code }) => code === value);
    if (choice) return words(choice.name);
    if (typeof value === 'string' && readWindow(value)) return t('values.window', endsOf(value));
    return unit === null ? String(value) : t('values.withUnit', { value: String(value), unit });
  };
}
