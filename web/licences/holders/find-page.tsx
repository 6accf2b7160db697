import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../../context/page.tsx';
import type { Picked } from '../../organizations/picker.tsx';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { CustomerPicker } from './customer-picker.tsx';

/** Whose licences are to be moved. */
export function Page() {
  const t = useTranslations('licence-holders.find');
  const { organization = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const form = useForm<{ from: Picked | null }>({ from: null });
  const { from } = form.values;
  function submit(): void {
    if (!form.show(from ? [] : [{ field: 'from', label: t('from'), text: t('missing') }]) || !from) return;
    const params = { organization, customer: from.id };
    void navigate({ to: '/o/$organization/licence-holders/$customer', params });
  }
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <FormCard form={form} onSubmit={submit} problem={null} submit={<Button type="submit">{t('submit')}</Button>}>
        <CustomerPicker
          organization={organization}
          id={form.idOf('from')}
          label={t('from')}
          fault={form.faultOf('from')}
          chosen={from}
          onChoose={(chosen) => form.set('from', chosen)}
        />
      </FormCard>
    </PageFrame>
  );
}
