import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import { refusedAt } from '../../api/problem.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { Contact } from '../../context/contact.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { MailField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { BeforeAfter } from './before-after.tsx';
import { correctCustomer, customerQuery, type Customer } from './requests.ts';

/** A dealer corrects the address of a customer who has not confirmed it (L-01). */
export function Page() {
  const t = useTranslations('customers.correct');
  const view = useTranslations('customers.view');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(customerQuery(organization, customer));
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/customers/$customer" params={{ organization, customer }}>
      {t('back')}
    </ButtonTo>
  );
  const isOpen = shown.correction === 'open';
  return (
    <PageFrame
      title={t('title', { name: shown.organization })}
      part={view('part')}
      width="reading"
      lead={
        isOpen ? (
          <>
            <p>{t('lead', { mail: shown.mail })}</p>
            <p>{t(shown.state === 'temporary' ? 'leadTemporary' : 'leadLink')}</p>
          </>
        ) : undefined
      }
    >
      {isOpen ? (
        <Form shown={shown} back={back} />
      ) : (
        <>
          <Notice kind="warning">
            <p>{view(`wrong.${shown.correction}`)}</p>
            <Contact />
          </Notice>
          <div>{back}</div>
        </>
      )}
    </PageFrame>
  );
}

function Form({ shown, back }: { shown: Customer; back: React.ReactNode }) {
  const t = useTranslations('customers.correct');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = useIdempotent();
  const form = useForm({ mail: '' });
  const [asking, setAsking] = useState<string | null>(null);
  const { busy, problem, run } = useAction();
  const show = (text: string) => form.show(text === '' ? [] : [{ field: 'mail', label: t('mail'), text }]);

  function check(): void {
    const mail = parseMailAddress(form.values.mail);
    const same = mail.ok && mail.value === shown.mail ? problemText('accounts/mail-unchanged') : '';
    if (!show(mail.ok ? same : problemText(`identifiers/${mail.code}`, mail.params)) || !mail.ok) return;
    setAsking(mail.value);
  }
  function correct(mail: string): void {
    void run(
      async () => {
        await send({ mail }, (header) => correctCustomer(organization, customer, header, mail));
        await client.invalidateQueries({ queryKey: customerQuery(organization, customer).queryKey });
        const params = { organization, customer };
        await navigate({ to: '/o/$organization/customers/$customer', params, search: { done: 'corrected' } });
      },
      (refused) => {
        setAsking(null);
        const text = refusedAt(refused, '/mail');
        return text !== '' && !show(text);
      },
    );
  }
  return (
    <FormCard
      form={form}
      onSubmit={check}
      problem={problem}
      submit={<Button type="submit">{t('submit')}</Button>}
      beside={back}
    >
      <MailField
        required
        id={form.idOf('mail')}
        label={t('mail')}
        support={t('mailSupport')}
        fault={form.faultOf('mail')}
        value={form.values.mail}
        onChange={(value) => form.set('mail', value)}
        autoComplete="off"
      />
      <BeforeAfter
        before={shown.mail}
        after={asking}
        busy={busy}
        onConfirm={correct}
        onCancel={() => setAsking(null)}
      />
    </FormCard>
  );
}
