import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { useModelName, useNoun } from '../../devices/options.ts';
import type { DeviceList } from '../../devices/requests.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { LinkDraft } from './state.ts';

type Chosen = Pick<LinkDraft, 'which' | 'devices'>;
type Props = {
  organization: string;
  id: string;
  fault: string | undefined;
  own: DeviceList;
  values: Chosen;
  onChange: (part: Partial<Chosen>) => void;
};

/** All devices, those to come too, or some of those that are there. */
export function DeviceChoice({ organization, id, fault, own, values, onChange }: Props) {
  const t = useTranslations('maintenance-links');
  const noun = useNoun();
  const modelName = useModelName();
  const { items, total } = own;
  return (
    <>
      <RadioGroup
        required
        cards
        id={id}
        label={t('begin.which', noun)}
        fault={fault}
        value={values.which}
        onChange={(next) => onChange({ which: next === 'all' ? 'all' : 'some' })}
        choices={[
          { value: 'some', label: t('begin.some', noun), hint: t('begin.someHint') },
          { value: 'all', label: t('all'), hint: t('begin.allHint', noun) },
        ]}
      />
      {values.which === 'some' && items.length === 0 && (
        <Notice kind="warning">
          <Stack gap="small">
            <p>{t('begin.noDevices', noun)}</p>
            <Row>
              <ButtonTo kind="secondary" to="/o/$organization/devices/register" params={{ organization }}>
                {t('begin.register', noun)}
              </ButtonTo>
            </Row>
          </Stack>
        </Notice>
      )}
      {values.which === 'some' && items.length > 0 && (
        <FieldGroup
          plain
          id={`${id}-some`}
          label={t('begin.choose', noun)}
          support={total > items.length ? t('begin.firstOnly', { ...noun, count: items.length }) : undefined}
        >
          {items.map((device) => (
            <CheckboxField
              key={device.id}
              id={`${id}-${device.id}`}
              label={device.serial}
              hint={[device.installation, modelName(device.model)].filter(Boolean).join(' / ')}
              checked={values.devices.includes(device.id)}
              onChange={(on) =>
                onChange({
                  devices: on ? [...values.devices, device.id] : values.devices.filter((one) => one !== device.id),
                })
              }
            />
          ))}
        </FieldGroup>
      )}
    </>
  );
}
