import { useTranslations } from 'use-intl';
import type { RegistrationField, RegistrationValues } from '../../domain/devices/fields.ts';
import { formatPostalCode } from '../../domain/identifiers/postal-code.ts';
import { useCivilDate } from '../context/dates.ts';
import { useSite } from '../context/site.ts';
import type { SummaryEntry } from '../ui/summary-list.tsx';
import { WebPageLink } from './web-page-link.tsx';
import { useFieldLabel, useOptions } from './options.ts';

/** A stored value the way people write it. */
export function useShownField(): (field: RegistrationField, value: string) => string {
  const ui = useTranslations('ui');
  const t = useTranslations('devices');
  const { timeZone } = useSite();
  const day = useCivilDate();
  return (field, value) => {
    if (field === 'timeZone' && value === '') return t('siteZone', { zone: timeZone });
    if (value === '') return ui('notGiven');
    if (field === 'purchasedOn') return day(value);
    return field === 'postalCode' ? formatPostalCode(value, 'JP') : value;
  };
}

/** What the site asks about a device, in its order. */
export function useValueEntries(): (values: RegistrationValues) => SummaryEntry[] {
  const { fields } = useOptions();
  const label = useFieldLabel();
  const show = useShownField();
  return (values) =>
    fields.map(({ field }) => ({
      name: label(field),
      value:
        field === 'webPage' && values.webPage !== '' ? (
          <WebPageLink address={values.webPage} />
        ) : (
          show(field, values[field])
        ),
    }));
}
