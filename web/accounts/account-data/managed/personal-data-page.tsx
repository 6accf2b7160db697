import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../../../api/problem.ts';
import { siteId } from '../../../context/address.ts';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { ActForm } from '../../../ui/form/act-form.tsx';
import { useReasonFault } from '../../../texts/reason-fault.ts';
import { Button } from '../../../ui/button.tsx';
import { FormCard } from '../../../ui/form/form-card.tsx';
import { ReasonField } from '../../../ui/form/reason-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Row } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useAction } from '../../../ui/use-action.ts';
import { copyManagedAccount, eraseManagedAccount, managedAccountQuery } from '../requests.ts';

/** What an operator does when a person asks what is kept of them, or to be erased (P-27). */
export function Page() {
  const t = useTranslations('account-data.personal');
  const words = useTranslations('account-data.managed');
  const { organization = '', user = '' } = useParams({ strict: false });
  const { user: person } = useSuspenseQuery(managedAccountQuery(organization, user)).data;
  const [erased, setErased] = useState(false);
  const who = person.loginId || person.name || person.mail;
  const frame = { title: t('title', { loginId: who }), part: words('title'), width: 'reading' } as const;
  if (erased)
    return (
      <PageFrame {...frame}>
        <Notice kind="success" live>
          {t('erased')}
        </Notice>
        <Row>
          <ButtonTo to="/o/$organization/accounts" params={{ organization }}>
            {words('toList')}
          </ButtonTo>
        </Row>
      </PageFrame>
    );
  return (
    <PageFrame {...frame} lead={t('lead')}>
      <CopyForm />
      <EraseForm who={who} left={person.leftAt !== null} onErased={() => setErased(true)} />
      <Row>
        <ButtonTo kind="quiet" to="/o/$organization/accounts/$user" params={{ organization, user }}>
          {words('toView')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

function CopyForm() {
  const t = useTranslations('account-data.personal');
  const { organization = '', user = '' } = useParams({ strict: false });
  const form = useForm({ reason: '' });
  const reasonFault = useReasonFault();
  const { busy, problem, run } = useAction();
  const [done, setDone] = useState(false);
  const show = (text: string) => form.show(text === '' ? [] : [{ field: 'reason', label: t('reason'), text }]);
  async function download(): Promise<void> {
    setDone(false);
    saveFile(await copyManagedAccount(organization, user, form.values.reason));
    setDone(true);
  }
  function submit(): void {
    if (show(reasonFault(form.values.reason)))
      void run(download, (refused) => {
        const text = refusedAt(refused, '/reason');
        return text !== '' && !show(text);
      });
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" kind="secondary" icon="download" busy={busy}>
          {t('copyAction')}
        </Button>
      }
    >
      <h2>{t('copy')}</h2>
      <p>{t('copyText')}</p>
      <ReasonField form={form} label={t('reason')} support={t('reasonSupport')} />
      {done && (
        <Notice kind="success" live>
          {t('copyDone')}
        </Notice>
      )}
    </FormCard>
  );
}

function EraseForm({ who, left, onErased }: { who: string; left: boolean; onErased: () => void }) {
  const t = useTranslations('account-data.personal');
  const { organization = '', user = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const form = useForm({ reason: '' });
  return (
    <ActForm
      form={form}
      fields={{ reason: { label: t('reason') } }}
      submit={t('eraseAction')}
      danger
      confirm={{ title: t('confirmTitle', { loginId: who }), text: t(left ? 'leftConfirmText' : 'confirmText') }}
      work={async () => {
        await eraseManagedAccount(organization, user, form.values.reason);
        onErased();
        await client.invalidateQueries({ queryKey: ['accounts', siteId] });
      }}
      back={null}
    >
      <h2>{t('erase')}</h2>
      <p>{t(left ? 'leftEraseText' : 'eraseText')}</p>
      <ReasonField form={form} label={t('reason')} support={t('reasonSupport')} />
    </ActForm>
  );
}
