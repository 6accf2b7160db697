import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import type { Check } from './requests.ts';
import type { AssignDraft } from './state.ts';

type Chosen = Pick<AssignDraft, 'when' | 'day'>;
type Props = { form: FormState<Chosen, 'day'>; checked: Check; onChange: (part: Partial<Chosen>) => void };

/** Now, on the best day, or on another one (L-06), with what now would cost. */
export function WhenChoice({ form, checked: { bestDay, lines }, onChange }: Props) {
  const t = useTranslations('licence-assign.check');
  const date = useCivilDate();
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
          onChange={(value) => onChange({ when: (['best', 'day'] as const).find((one) => one === value) ?? 'now' })}
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
            onChange={(value) => onChange({ day: value })}
            autoComplete="off"
            width="short"
          />
        )}
      </Stack>
    </Card>
  );
}
