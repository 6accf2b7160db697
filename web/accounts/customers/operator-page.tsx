import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import { refusedAt } from '../../api/problem.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { useDeadline } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { useReasonFault } from '../../texts/reason-fault.ts';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { MailField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { managedAccountQuery } from '../account-data/requests.ts';
import { BeforeAfter } from './before-after.tsx';
import { correctAccount } from './requests.ts';

const rules = ['rulePassword', 'ruleLink', 'ruleMails'] as const;
type Done = { mail: string; expiresAt: string | null };

/** An operator gives an account to another address, for good reasons (L-01). */
export function Page() {
  const t = useTranslations('customers.operator');
  const deadline = useDeadline();
  const { organization = '', user = '' } = useParams({ strict: false });
  const { user: person } = useSuspenseQuery(managedAccountQuery(organization, user)).data;
  const [done, setDone] = useState<Done | null>(null);
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/accounts/$user" params={{ organization, user }}>
      {t('back')}
    </ButtonTo>
  );
  if (done) {
    const until = done.expiresAt ? deadline(done.expiresAt) : '';
    return (
      <PageFrame title={t('doneTitle')} width="reading">
        <Notice kind="success" live>
          {t('done', { mail: done.mail, until })}
        </Notice>
        <div>{back}</div>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title', { loginId: person.loginId })} width="reading" lead={t('lead')}>
      <Card labelledBy="rules">
        <Stack gap="small">
          <h2 id="rules">{t('rules')}</h2>
          {rules.map((rule) => (
            <p key={rule}>{t(rule)}</p>
          ))}
        </Stack>
      </Card>
      <Form present={person.mail} onDone={setDone} back={back} />
    </PageFrame>
  );
}

type FormProps = { present: string; onDone: (done: Done) => void; back: React.ReactNode };

function Form({ present, onDone, back }: FormProps) {
  const t = useTranslations('customers.operator');
  const words = useTranslations('customers.correct');
  const { organization = '', user = '' } = useParams({ strict: false });
  const problemText = useProblemText();
  const reasonFault = useReasonFault();
  const client = useQueryClient();
  const send = useIdempotent();
  const form = useForm({ mail: '', reason: '' });
  const [asking, setAsking] = useState<string | null>(null);
  const { busy, problem, run } = useAction();
  const labels = { mail: words('mail'), reason: t('reason') };

  function check(): void {
    const { mail: typed, reason } = form.values;
    const mail = parseMailAddress(typed);
    const faults = [];
    if (!mail.ok) faults.push({ field: 'mail', text: problemText(`identifiers/${mail.code}`, mail.params) } as const);
    else if (mail.value === present)
      faults.push({ field: 'mail', text: problemText('accounts/mail-unchanged') } as const);
    if (reasonFault(reason) !== '') faults.push({ field: 'reason', text: reasonFault(reason) } as const);
    if (!form.show(faults.map((fault) => ({ ...fault, label: labels[fault.field] }))) || !mail.ok) return;
    setAsking(mail.value);
  }
  function correct(mail: string): void {
    const body = { mail, reason: form.values.reason.trim() };
    void run(
      async () => {
        const answered = await send(body, (header) => correctAccount(organization, user, header, body));
        await client.invalidateQueries({ queryKey: managedAccountQuery(organization, user).queryKey });
        onDone(answered);
      },
      (refused) => {
        setAsking(null);
        const text = refusedAt(refused, '/mail');
        return text !== '' && !form.show([{ field: 'mail', label: labels.mail, text }]);
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
        label={labels.mail}
        support={words('lead', { mail: present })}
        fault={form.faultOf('mail')}
        value={form.values.mail}
        onChange={(value) => form.set('mail', value)}
        autoComplete="off"
      />
      <ReasonField form={form} label={labels.reason} support={t('reasonSupport')} />
      <BeforeAfter
        before={present}
        after={asking}
        text={t('confirmText')}
        busy={busy}
        onConfirm={correct}
        onCancel={() => setAsking(null)}
      />
    </FormCard>
  );
}
