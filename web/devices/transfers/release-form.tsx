import { useTranslations } from 'use-intl';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { ActForm } from '../../ui/form/act-form.tsx';
import type { ActProps } from './act-page.tsx';
import { releaseDevice } from './requests.ts';

/** An operator lets a device go that is out of use, so that somebody can register it again (U-06). */
export function ReleaseForm({ organization, device, back, onDone }: ActProps) {
  const t = useTranslations('transfers.acts');
  const form = useForm({ reason: '' });
  const { serial, id } = device;
  return (
    <ActForm
      form={form}
      fields={{ reason: { label: t('reason') } }}
      submit={t('release.submit')}
      danger
      confirm={{ title: t('release.confirmTitle', { serial }), text: t('release.confirmText') }}
      work={async () => {
        await releaseDevice({ organization, device: id }, { ...form.values });
        await onDone('release');
      }}
      back={back}
    >
      <ReasonField form={form} label={t('reason')} support={t('reasonHelp')} />
    </ActForm>
  );
}
