import { useTranslations } from 'use-intl';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { releaseWrongClaim } from './requests.ts';

/** An operator takes a device from who registered it wrongly; the reason is mailed, the evidence stays in the log (P-26). */
export function WrongClaimForm({ organization, device, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const form = useForm({ reason: '', evidence: '' });
  const { serial, id } = device;
  return (
    <ActForm
      form={form}
      fields={{ reason: { label: t('reason') }, evidence: { label: t('wrong-claim.evidence') } }}
      submit={t('wrong-claim.submit')}
      danger
      confirm={{ title: t('wrong-claim.confirmTitle', { serial }), text: t('wrong-claim.confirmText') }}
      work={async () => {
        await releaseWrongClaim({ organization, device: id }, { ...form.values });
        await onDone('wrong-claim');
      }}
      back={back}
    >
      <ReasonField form={form} label={t('reason')} support={t('wrong-claim.reasonHelp')} />
      <TextField
        required
        id={form.idOf('evidence')}
        label={t('wrong-claim.evidence')}
        support={t('wrong-claim.evidenceHelp')}
        fault={form.faultOf('evidence')}
        value={form.values.evidence}
        onChange={(evidence) => form.set('evidence', evidence)}
        autoComplete="off"
      />
    </ActForm>
  );
}
