import { useTranslations } from 'use-intl';
import { useCivilDate } from '../context/dates.ts';
import { Small } from '../ui/layout.tsx';
import type { Forecast } from './requests.ts';

/** When a supply will be empty, and how sure that is; or why nobody can say. */
export function EmptyOn({ forecast }: { forecast: Forecast }) {
  const t = useTranslations('toner');
  const say = useCivilDate('medium');
  if (forecast.kind === 'unknown')
    return (
      <>
        {t('none')}
        <Small>{t(`reasons.${forecast.reason}`)}</Small>
      </>
    );
  const { day, earliest, latest } = forecast;
  const range =
    latest === null
      ? t('from', { earliest: say(earliest) })
      : t('range', { earliest: say(earliest), latest: say(latest) });
  return (
    <>
      {t('about', { day: say(day) })}
      {earliest !== latest && <Small>{range}</Small>}
    </>
  );
}
