import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useNoun } from '../options.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { replaceDevice } from './requests.ts';

/** An operator exchanges a broken device for another, in one act (P-32). */
export function ReplaceForm({ organization, device, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const noun = useNoun();
  const send = useIdempotent();
  const form = useForm({ serial: '', reason: '' });
  const { values } = form;

  async function exchange(): Promise<void> {
    const body = { ...values };
    const where = { organization, device: device.id };
    const made = await send(body, (header) => replaceDevice(where, header, body));
    await onDone('replace', made.device);
  }
  return (
    <ActForm
      form={form}
      fields={{ serial: { label: t('replace.serial', noun) }, reason: { label: t('reason') } }}
      submit={t('replace.submit')}
      confirm={{
        title: t('replace.confirmTitle', { serial: device.serial, next: values.serial.trim() }),
        text: t('replace.confirmText'),
      }}
      work={exchange}
      back={back}
    >
      <TextField
        required
        code
        id={form.idOf('serial')}
        label={t('replace.serial', noun)}
        support={t('replace.serialHelp')}
        fault={form.faultOf('serial')}
        value={values.serial}
        onChange={(serial) => form.set('serial', serial)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <ReasonField form={form} label={t('reason')} support={t('reasonHelp')} />
    </ActForm>
  );
}
