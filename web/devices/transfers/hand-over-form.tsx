import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useNoun, useOptions } from '../options.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { offerDevice, orderTransfer } from './requests.ts';

/** An owner offers a device, or an operator orders that it passes on: to whoever has the address, which is never told (P-31). */
export function HandOverForm({ act, organization, device, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const noun = useNoun();
  const { follows } = useOptions().transfer;
  const send = useIdempotent();
  const form = useForm({ to: '', reason: '' });
  const { to, reason } = form.values;
  const how = act === 'order' ? 'order' : 'offer';
  const where = { organization, device: device.id };

  async function begin(): Promise<void> {
    if (how === 'order') {
      const body = { to, reason };
      await send(body, (header) => orderTransfer(where, header, body));
    } else await send({ to }, (header) => offerDevice(where, header, { to }));
    await onDone(how);
  }
  return (
    <ActForm
      form={form}
      fields={{ to: { label: t('to') }, reason: { label: t('reason'), optional: how === 'offer' } }}
      submit={t(`${how}.submit`)}
      confirm={{
        title: t(`${how}.confirmTitle`, { serial: device.serial, to: to.trim() }),
        text: t(`${how}.confirmText`),
      }}
      work={begin}
      back={back}
    >
      <TextField
        required
        id={form.idOf('to')}
        label={t('to')}
        support={
          <>
            {t('toHelp', noun)} {t('toUnknown')}
          </>
        }
        fault={form.faultOf('to')}
        value={to}
        onChange={(value) => form.set('to', value)}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {how === 'order' ? (
        <ReasonField form={form} label={t('reason')} support={t('order.reasonHelp')} />
      ) : (
        <p>{t(follows.warranty ? 'offer.followsWarranty' : 'offer.followsNothing', noun)}</p>
      )}
    </ActForm>
  );
}
