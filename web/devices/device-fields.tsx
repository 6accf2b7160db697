import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PostalPlace } from '../../domain/accounts/fill-address.ts';
import type { RegistrationField, RegistrationValues } from '../../domain/devices/fields.ts';
import type { AskedField } from '../../domain/devices/form.ts';
import { PostalCodeField } from '../accounts/sign-up/postal-code-field.tsx';
import { useSite } from '../context/site.ts';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import type { FormState } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { useFieldLabel, useFieldName } from './options.ts';

const parts = {
  purchase: ['purchasedOn'],
  place: ['installation', 'postalCode', 'prefecture', 'city', 'street', 'building', 'timeZone'],
  network: ['mac', 'host', 'webPage'],
  user: ['company', 'name', 'kana', 'department', 'remarks'],
} as const satisfies Record<string, readonly RegistrationField[]>;
type Part = keyof typeof parts;

type Props = {
  form: Pick<FormState<RegistrationValues, RegistrationField>, 'idOf' | 'faultOf'>;
  asked: readonly AskedField[];
  values: RegistrationValues;
  /** The first and the last day that a date of purchase may have. */
  days: { from: string | null; to: string };
  onChange: (values: Partial<RegistrationValues>) => void;
  /** Above the fields of who uses it, e.g. a way to fill them in. */
  beforeUser?: ReactNode;
};

/** What is asked about a device, in the parts in which people have it at hand; the site says which fields (U-03). */
export function DeviceFields({ asked, beforeUser, ...rest }: Props) {
  const t = useTranslations('devices.parts');
  const given = (Object.keys(parts) as Part[])
    .map((part) => ({ part, fields: asked.filter(({ field }) => parts[part].some((one) => one === field)) }))
    .filter(({ fields }) => fields.length > 0);
  return given.map(({ part, fields }) => (
    <Card key={part} labelledBy={`part-${part}`}>
      <Stack>
        <h2 id={`part-${part}`}>{t(part)}</h2>
        {part === 'user' && beforeUser}
        {fields.map((one) => (
          <DeviceField key={one.field} asked={asked} one={one} {...rest} />
        ))}
      </Stack>
    </Card>
  ));
}

const autoComplete: Partial<Record<RegistrationField, string>> = {
  postalCode: 'postal-code',
  prefecture: 'address-level1',
  city: 'address-level2',
  street: 'address-line1',
  building: 'address-line2',
  company: 'organization',
  name: 'name',
};

function DeviceField({
  one: { field, required, choices = [] },
  asked,
  form,
  values,
  days,
  onChange,
}: Props & { one: AskedField }) {
  const t = useTranslations('devices');
  const label = useFieldLabel();
  const called = useFieldName();
  const { timeZone } = useSite();
  const frame = {
    id: form.idOf(field),
    label: label(field),
    required,
    fault: form.faultOf(field),
    value: values[field],
    onChange: (value: string) => onChange({ [field]: value }),
    autoComplete: autoComplete[field] ?? 'off',
  };
  switch (field) {
    case 'purchasedOn':
      return (
        <TextField
          {...frame}
          type="date"
          width="medium"
          support={t('support.purchasedOn')}
          min={days.from ?? undefined}
          max={days.to}
        />
      );
    case 'postalCode': {
      const asksPlace = asked.some((other) => other.field === 'city');
      return (
        <PostalCodeField
          {...frame}
          japan
          support={t('support.postalCode')}
          values={values}
          fill={asksPlace ? addressOf : null}
          onFill={onChange}
        />
      );
    }
    case 'timeZone':
      return (
        <SelectField
          {...frame}
          support={t('support.timeZone')}
          options={[
            { value: '', label: t('siteZone', { zone: timeZone }) },
            ...choices.map((zone) => ({ value: zone, label: zone })),
          ]}
        />
      );
    case 'installation':
      return <TextField {...frame} support={called(field) ? undefined : t('support.installation')} />;
    case 'mac':
      return (
        <TextField {...frame} code width="medium" support={t('support.mac')} autoCapitalize="none" spellCheck={false} />
      );
    case 'host':
    case 'webPage':
      return <TextField {...frame} support={t(`support.${field}`)} autoCapitalize="none" spellCheck={false} />;
    case 'prefecture':
      return <TextField {...frame} width="medium" />;
    case 'name':
    case 'kana':
    case 'company':
      return <TextField {...frame} support={t(`support.${field}`)} />;
    case 'remarks':
      return <TextField {...frame} support={called(field) ? undefined : t('support.remarks')} />;
    default:
      return <TextField {...frame} />;
  }
}

function addressOf({ prefecture, city, town, street }: PostalPlace): Partial<RegistrationValues> {
  return { prefecture, city, street: town + street };
}
