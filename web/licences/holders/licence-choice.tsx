import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useLicenceTypeName, useTermText } from '../options.ts';
import type { Holder } from './requests.ts';

type Props = {
  id: string;
  fault?: string | undefined;
  licences: Holder['licences'];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Which of a customer's licences; each says whether a device would lose it. */
export function LicenceChoice({ id, fault, licences, chosen, onChange }: Props) {
  const t = useTranslations('licence-holders.move');
  const typeName = useLicenceTypeName();
  const termText = useTermText();
  const date = useCivilDate('medium');
  return (
    <FieldGroup required id={id} label={t('licences')} fault={fault}>
      <Stack gap="small">
        {licences.length > 1 && (
          <div>
            <Button kind="quiet" compact onClick={() => onChange(licences.map((one) => one.id))}>
              {t('all')}
            </Button>
          </div>
        )}
        {licences.map(({ id: licence, type, termMonths, lastDay, serial }) => (
          <CheckboxField
            key={licence}
            id={`${id}-${licence}`}
            label={t('line', { type: typeName(type), term: termText(termMonths), day: date(lastDay) })}
            hint={serial ? t('serves', { serial }) : t('waits')}
            checked={chosen.includes(licence)}
            onChange={(on) => onChange(on ? [...chosen, licence] : chosen.filter((one) => one !== licence))}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
