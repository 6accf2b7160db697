import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { isChangedMeanwhile } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextAreaField } from '../ui/form/text-area-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { useAction } from '../ui/use-action.ts';
import { contactRequestsKey, sendAnswer, type DeskRequest } from './requests.ts';
import { useFaults } from './use-faults.ts';

type Props = { organization: string; shown: DeskRequest };

/** What an operator answers goes out as it is typed; what others did meanwhile is told, and nothing typed is lost. */
export function AnswerForm({ organization, shown }: Props) {
  const t = useTranslations('contact-requests.deskView');
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = useIdempotent();
  const form = useForm({ text: '' });
  const { lacks, explain } = useFaults(form, { text: t('answer') });
  const { busy, problem, run } = useAction();
  const { version, asker } = shown;
  const { mail } = asker;
  function submit(): void {
    const { text } = form.values;
    if (lacks(text.trim() === '' ? ['text'] : [])) return;
    void run(
      async () => {
        await send({ text, version }, (header) => sendAnswer(organization, shown.id, version, header, text));
        await navigate({ to: '.', search: { done: 'sent' } });
        await client.invalidateQueries({ queryKey: contactRequestsKey });
      },
      (refused) =>
        isChangedMeanwhile(refused)
          ? !form.show([{ field: 'text', label: t('answer'), text: t('meanwhile') }])
          : explain(refused),
    );
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" icon="mail" busy={busy}>
          {t('send')}
        </Button>
      }
    >
      <TextAreaField
        required
        id={form.idOf('text')}
        label={t('answer')}
        support={mail ? t('answerHelp', { mail, language: shown.language }) : t('answerNoMail')}
        fault={form.faultOf('text')}
        value={form.values.text}
        onChange={(value) => form.set('text', value)}
      />
    </FormCard>
  );
}
