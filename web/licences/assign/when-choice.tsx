import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Check } from './requests.ts';
import { lateDevices, type AssignDraft } from './state.ts';

/** `agreed`: that devices are without a licence by the day that is typed. */
export type Chosen = Pick<AssignDraft, 'when' | 'day'> & { agreed: boolean };
export type ChosenField = 'day' | 'agreed';
type Props = { form: FormState<Chosen, ChosenField>; checked: Check; onChange: (part: Partial<Chosen>) => void };

/** Now, on the best day, or on another one (L-06), with what now would cost. */
export function WhenChoice({ form, checked, onChange }: Props) {
  const t = useTranslations('licence-assign.check');
  const date = useCivilDate();
  const { bestDay, lines } = checked;
  const { when, day } = form.values;
  const lost = Math.max(0, ...lines.flatMap(({ cameras }) => cameras.map(({ lostDays }) => lostDays)));
  return (
    <Card>
      <Stack>
        <RadioGroup
          required
          cards
          id={`${form.idOf('day')}-when`}
          label={t('when')}
          value={when}
          onChange={(value) =>
            onChange({ when: (['best', 'day'] as const).find((one) => one === value) ?? 'now', agreed: false })
          }
          choices={[
            { value: 'now', label: t('now'), hint: lost > 0 ? t('nowLoses', { count: lost }) : t('nowFine') },
            ...(bestDay ? [{ value: 'best', label: t('onBest', { day: date(bestDay) }), hint: t('onBestHint') }] : []),
            { value: 'day', label: t('onDay'), hint: t('onDayHint') },
          ]}
        />
        {when === 'day' && (
          <TextField
            required
            id={form.idOf('day')}
            label={t('day')}
            support={t('dayHelp')}
            fault={form.faultOf('day')}
            value={day}
            onChange={(value) => onChange({ day: value, agreed: false })}
            autoComplete="off"
            width="short"
          />
        )}
        <Late form={form} checked={checked} onChange={onChange} />
      </Stack>
    </Card>
  );
}

/** Which devices have no licence any more by the day that is typed, and that this is meant so (L-06). */
function Late({ form, checked, onChange }: Props) {
  const t = useTranslations('licence-assign.check');
  const date = useCivilDate();
  const late = lateDevices(
    form.values,
    checked.lines.flatMap(({ cameras }) => cameras),
  );
  if (late.length === 0) return null;
  return (
    <>
      <Notice kind="warning" title={t('lateTitle', { count: late.length })} live>
        <ul>
          {late.map(({ device, serial, lastDay, uncoveredDays }) => (
            <li key={`${device} ${lastDay}`}>{t('late', { serial, lastDay: date(lastDay), days: uncoveredDays })}</li>
          ))}
        </ul>
        <p>{t('lateText')}</p>
      </Notice>
      <CheckboxField
        id={form.idOf('agreed')}
        label={t('agree')}
        fault={form.faultOf('agreed')}
        checked={form.values.agreed}
        onChange={(agreed) => onChange({ agreed })}
      />
    </>
  );
}
