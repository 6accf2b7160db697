import { useFormatter, useTranslations } from 'use-intl';
import { identityNames } from '../../../domain/counters/identities.ts';
import type { OfDevice } from '../requests.ts';
import { usePeriodWords } from '../use-period-words.ts';

/** What of a device's figures does not add up (C-08): told, and nothing is done about it. */
export function Warnings({ warnings }: Pick<OfDevice, 'warnings'>) {
  const t = useTranslations('device-counters.warnings');
  const format = useFormatter();
  const { long } = usePeriodWords();
  if (warnings.length === 0) return null;
  return (
    <details>
      <summary>{t('title', { count: warnings.length })}</summary>
      <p>{t('text')}</p>
      <ul>
        {warnings.map(({ period, name, left, right }) => {
          const known = identityNames.find((one) => one === name);
          return (
            <li key={`${period} ${name}`}>
              {t('line', {
                period: long(period),
                what: known ? t(known) : name,
                left: format.number(left),
                right: format.number(right),
              })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
