import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../api/problem.ts';
import { useSite } from '../context/site.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../ui/form/field.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeChoice, choiceQuery, mailNoticesKey, type Choice, type MailNoticeEvent } from './requests.ts';

/** What became of the last press; the form is another one as soon as something else is stored. */
export type Told = 'saved' | 'meanwhile' | null;

type Props = {
  organization: string;
  choice: Choice;
  question: string;
  told: Told;
  onTold: (told: Told) => void;
};

/** One box for each thing that somebody can be mailed about, each with a sentence that says what it is. */
export function ChoiceForm({ organization, choice, question, told, onTold }: Props) {
  const t = useTranslations('mail-notices');
  const client = useQueryClient();
  const offered = useSite().capabilities['mail-notices']?.events ?? [];
  const form = useForm<{ events: MailNoticeEvent[] }>({ events: choice.events });
  const { busy, problem, run } = useAction();
  const [touched, setTouched] = useState(false);

  function take(event: MailNoticeEvent, isOn: boolean): void {
    setTouched(true);
    onTold(null);
    const others = form.values.events.filter((one) => one !== event);
    form.set('events', isOn ? [...others, event] : others);
  }
  async function save(): Promise<void> {
    await changeChoice(organization, choice.id, choice.version, form.values.events);
    onTold('saved');
    setTouched(false);
    await client.invalidateQueries({ queryKey: mailNoticesKey });
  }
  function explain(refused: unknown): boolean {
    if (!isChangedMeanwhile(refused)) return false;
    void client.invalidateQueries(choiceQuery(organization, choice.id)).then(() => onTold('meanwhile'));
    return true;
  }
  return (
    <FormCard
      form={form}
      onSubmit={() => void run(save, explain)}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('form.save')}
        </Button>
      }
    >
      <FieldGroup id={form.idOf('events')} label={question} plain support={t('form.support')}>
        {offered.map((event) => (
          <CheckboxField
            key={event}
            id={`${form.idOf('events')}-${event}`}
            label={t(`events.${event}`)}
            hint={t(`hints.${event}`)}
            checked={form.values.events.includes(event)}
            onChange={(isOn) => take(event, isOn)}
          />
        ))}
      </FieldGroup>
      <div role="status">
        {told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(`form.${told}`)}</Notice>}
        {!told && touched && <Notice>{t('form.notYet')}</Notice>}
      </div>
    </FormCard>
  );
}
