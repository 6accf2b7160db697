import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { noValues, type RegistrationField, type RegistrationValues } from '../../../domain/devices/fields.ts';
import { readValues } from '../../../domain/devices/form.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useForm, type FormState } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { DeviceFields } from '../device-fields.tsx';
import { useOptions } from '../options.ts';
import { today } from '../today.ts';
import styles from './defaults.module.css';

export type Defaults = {
  form: FormState<object, RegistrationField>;
  values: RegistrationValues;
  change: (part: Partial<RegistrationValues>) => void;
  /** What was filled in, as it goes with the upload; null when something is wrong with it, which is then shown. */
  give: () => Record<string, string> | null;
};

/** What holds for all rows of an upload that leave it empty, chosen once (U-04). */
export function useDefaults(
  kept: RegistrationValues = noValues,
  keep?: (values: RegistrationValues) => void,
): Defaults {
  const t = useTranslations('devices.fields');
  const problemText = useProblemText();
  const { fields } = useOptions();
  const form = useForm<object, RegistrationField>({});
  const [values, setValues] = useState(kept);
  return {
    form,
    values,
    change: (part) => {
      for (const field of Object.keys(part)) form.clear(field as RegistrationField);
      const next = { ...values, ...part };
      setValues(next);
      keep?.(next);
    },
    give: () => {
      const optional = fields.map(({ field }) => ({ field, required: false }));
      const read = readValues(values, optional, today());
      const faults = read.ok ? [] : read.faults;
      const shown = faults.map(({ field, code, params }) => ({
        field,
        label: t(field),
        text: problemText(code, params),
      }));
      if (!form.show(shown)) return null;
      const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
      return filled.length === 0 ? {} : { defaults: JSON.stringify(Object.fromEntries(filled)) };
    },
  };
}

/** Folded away: most uploads bring everything in the file. */
export function DefaultFields({ form, values, change }: Defaults) {
  const t = useTranslations('devices.many');
  const { fields } = useOptions();
  const asked = fields.map(({ field }) => ({ field, required: false }));
  return (
    <details className={styles['defaults']} open={form.faults.length > 0 || undefined}>
      <summary>{t('defaultsOpen')}</summary>
      <Stack>
        <p>{t('defaultsLead')}</p>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        <DeviceFields form={form} asked={asked} values={values} days={{ from: null, to: today() }} onChange={change} />
      </Stack>
    </details>
  );
}
