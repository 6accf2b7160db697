import { useTranslations } from 'use-intl';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { decideReport } from './requests.ts';

const decisions = ['set', 'declined'] as const;

/** An operator answers the report of an end of use (U-06). */
export function DecideForm({ organization, device, state, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const form = useForm({ decision: '', answer: '' });
  const { decision, answer } = form.values;

  async function decide(): Promise<void> {
    const chosen = decision === 'set' ? 'set' : 'declined';
    if (!state.endReport) return;
    await decideReport(organization, state.endReport.id, { decision: chosen, answer });
    await onDone(chosen);
  }
  return (
    <ActForm
      form={form}
      fields={{
        decision: { label: t('decide.decision') },
        answer: { label: t('decide.answer'), optional: decision !== 'declined' },
      }}
      submit={t('decide.submit')}
      confirm={{
        title: t('decide.confirmTitle', { serial: device.serial }),
        text: t('decide.confirmText'),
      }}
      work={decide}
      back={back}
    >
      <RadioGroup
        required
        id={form.idOf('decision')}
        label={t('decide.decision')}
        fault={form.faultOf('decision')}
        value={decision}
        onChange={(value) => form.set('decision', value)}
        choices={decisions.map((one) => ({ value: one, label: t(`decide.${one}`) }))}
      />
      <TextField
        required={decision === 'declined'}
        id={form.idOf('answer')}
        label={t('decide.answer')}
        support={t('decide.answerHelp')}
        fault={form.faultOf('answer')}
        value={answer}
        onChange={(value) => form.set('answer', value)}
        autoComplete="off"
      />
    </ActForm>
  );
}
