import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/code.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { useGiven } from './given.ts';
import { QuestionFields, type Question } from './question-fields.tsx';
import { ask, askerQuery, contactRequestsKey, type Kind } from './requests.ts';
import { useFaults } from './use-faults.ts';

/** A user asks the operators (P-06); who they are, and what they were looking at, goes along. */
export function Page() {
  const t = useTranslations('contact-requests.form');
  const { organization = '' } = useParams({ strict: false });
  const { kind, about: named, device: wished, page, reference } = useGiven();
  const { data: asker } = useSuspenseQuery(askerQuery(organization, wished));
  const form = useForm<Question>({ kind, about: named, text: '' });
  const { lacks, explain } = useFaults(form, { kind: t('kind'), about: t('about'), text: t('text') });
  const { busy, problem, run } = useAction();
  const send = useIdempotent();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { device } = asker;

  function submit(): void {
    const { about, text } = form.values;
    if (lacks((['kind', 'text'] as const).filter((field) => form.values[field].trim() === ''))) return;
    const wish = {
      kind: form.values.kind as Kind,
      about,
      text,
      page,
      reference,
      ...(device && { device: device.id }),
    };
    void run(async () => {
      const { id } = await send(wish, (header) => ask(organization, header, wish));
      await client.invalidateQueries({ queryKey: contactRequestsKey });
      const to = { to: '/o/$organization/contact/$request', params: { organization, request: id } } as const;
      await navigate({ ...to, search: { done: 'sent' } });
    }, explain);
  }
  return (
    <PageFrame title={t('title')} part={t('part')} lead={t('lead')} width="reading">
      <Card labelledBy="contact-asker">
        <Stack gap="small">
          <h2 id="contact-asker">{t('asker')}</h2>
          <SummaryList
            entries={[
              { name: t('name'), value: asker.name },
              { name: t('loginId'), value: asker.loginId },
              { name: t('mail'), value: asker.mail || t('noMail') },
              { name: t('organization'), value: asker.organization },
              ...(device ? [{ name: t('device'), value: <Code>{device.label}</Code> }] : []),
              ...(reference ? [{ name: t('reference'), value: <Code>{reference}</Code> }] : []),
            ]}
          />
        </Stack>
      </Card>
      <FormCard
        form={form}
        onSubmit={submit}
        problem={problem}
        submit={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
        beside={
          <ButtonTo kind="quiet" to="/o/$organization/contact" params={{ organization }}>
            {t('cancel')}
          </ButtonTo>
        }
      >
        <QuestionFields form={form} />
      </FormCard>
    </PageFrame>
  );
}
