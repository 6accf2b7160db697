import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../api/problem.ts';
import { useIdempotent } from '../api/idempotency.ts';
import { useChangeSession } from '../context/acting.ts';
import { Contact } from '../context/contact.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { readSession, useSession } from '../context/session.ts';
import { organizationQuery } from '../organizations/requests.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { ReasonField } from '../ui/form/reason-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import styles from './start-page.module.css';
import { startActing } from './requests.ts';

const rules = ['ruleMail', 'ruleRecord', 'ruleTime', 'ruleSecurity'] as const;

/** Begins to act on behalf of another organization, with a reason that its people read (P-17). */
export function Page() {
  const t = useTranslations('acting.start');
  const session = useSession();
  const { organization = '', other = '' } = useParams({ strict: false });
  const { data: of } = useSuspenseQuery(organizationQuery(organization, other));
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/organizations/$other" params={{ organization, other }}>
      {t('back')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title', { name: of.name })} width="reading" lead={of.mayActAs ? t('lead') : undefined}>
      {of.mayActAs ? (
        <>
          <Card labelledBy="rules">
            <Stack gap="small">
              <h2 id="rules">{t('rules')}</h2>
              <ul className={styles['rules']}>
                {rules.map((rule) => (
                  <li key={rule}>{t(rule)}</li>
                ))}
              </ul>
            </Stack>
          </Card>
          <ReasonForm organization={organization} other={other} back={back} />
        </>
      ) : (
        <>
          <Notice kind="warning" title={t('not')}>
            <p>{t('notText', { organization: session.organization.name })}</p>
            <Contact />
          </Notice>
          <div>{back}</div>
        </>
      )}
    </PageFrame>
  );
}

function ReasonForm({ organization, other, back }: { organization: string; other: string; back: React.ReactNode }) {
  const t = useTranslations('acting.start');
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const changeSession = useChangeSession();
  const send = useIdempotent();
  const form = useForm({ reason: '' });
  const { busy, problem, run } = useAction();
  const show = (text: string) => form.show(text === '' ? [] : [{ field: 'reason', label: t('reason'), text }]);

  function submit(): void {
    const { reason } = form.values;
    if (!show(reason.trim() === '' ? problemText('identifiers/required') : '')) return;
    const body = { of: other, reason };
    void run(
      async () => {
        await send(body, (header) => startActing(organization, header, body));
        const session = await readSession(client);
        await navigate({ to: '/', replace: true });
        if (session) changeSession(session);
      },
      (refused) => {
        const text = refusedAt(refused, '/reason');
        return text !== '' && !show(text);
      },
    );
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('submit')}
        </Button>
      }
      beside={back}
    >
      <ReasonField form={form} label={t('reason')} support={t('reasonHelp')} />
    </FormCard>
  );
}
