import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useNoun } from '../options.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { endDevice, reportEnd } from './requests.ts';

/** A customer reports that a device is out of use, or an operator sets it (U-06). */
export function EndForm({ act, organization, device, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const noun = useNoun();
  const send = useIdempotent();
  const form = useForm({ endedOn: '', reason: '' });
  const how = act === 'end' ? 'end' : 'report-end';
  const where = { organization, device: device.id };

  async function work(): Promise<void> {
    const body = { ...form.values };
    if (how === 'end') await endDevice(where, body);
    else await send(body, (header) => reportEnd(where, header, body));
    await onDone(how);
  }
  return (
    <ActForm
      form={form}
      fields={{ endedOn: { label: t('report-end.endedOn') }, reason: { label: t('reason') } }}
      submit={t(`${how}.submit`)}
      danger={how === 'end'}
      confirm={{
        title: t(`${how}.confirmTitle`, { serial: device.serial }),
        text: t(`${how}.confirmText`, noun),
      }}
      work={work}
      back={back}
    >
      <TextField
        required
        type="date"
        id={form.idOf('endedOn')}
        label={t('report-end.endedOn')}
        support={t('report-end.endedOnHelp')}
        fault={form.faultOf('endedOn')}
        value={form.values.endedOn}
        onChange={(value) => form.set('endedOn', value)}
        width="medium"
      />
      <ReasonField form={form} label={t('reason')} support={t('reasonHelp')} />
    </ActForm>
  );
}
