import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { useContactForm } from '../context/contact.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite } from '../context/site.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { MailField, TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Row } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import { useGiven } from './given.ts';
import { QuestionFields, type Question } from './question-fields.tsx';
import { askFromOutside, type Kind } from './requests.ts';
import { useFaults } from './use-faults.ts';

type Typed = Question & { name: string; mail: string; organization: string };
const needed = ['name', 'mail', 'kind', 'text'] as const;

/** Somebody asks who has no account or cannot log in (P-06). */
export function Page() {
  const [sent, setSent] = useState(false);
  const t = useTranslations('contact-requests.stranger');
  const own = useContactForm();
  if (sent)
    return (
      <PageFrame key="sent" title={t('doneTitle')} width="reading">
        <p>{t('doneText')}</p>
        <Row>
          <ButtonTo to="/">{t('home')}</ButtonTo>
          <Button kind="quiet" onClick={() => setSent(false)}>
            {t('again')}
          </Button>
        </Row>
      </PageFrame>
    );
  return (
    <PageFrame key="form" title={t('title')} lead={t('lead')} width="reading">
      {own && own.to !== '/contact' && (
        <Notice kind="info">
          {t('loggedIn')} <Link {...own}>{t('ownForm')}</Link>
        </Notice>
      )}
      <Form onSent={() => setSent(true)} />
    </PageFrame>
  );
}

function Form({ onSent }: { onSent: () => void }) {
  const t = useTranslations('contact-requests.form');
  const words = useTranslations('contact-requests.stranger');
  const { language } = useLanguage();
  const keptDays = useSite().capabilities['contact-requests']?.keptDays ?? 0;
  const { kind, about, page, reference } = useGiven();
  const form = useForm<Typed>({ kind, about, text: '', name: '', mail: '', organization: '' });
  const labels = {
    name: t('name'),
    mail: t('mail'),
    organization: t('organization'),
    kind: t('kind'),
    about: t('about'),
    text: t('text'),
  };
  const { lacks, explain } = useFaults(form, labels);
  const { busy, problem, run } = useAction();
  const send = useIdempotent();

  function submit(): void {
    if (lacks(needed.filter((field) => form.values[field].trim() === ''))) return;
    const wish = { ...form.values, kind: form.values.kind as Kind, page, reference, language };
    void run(async () => {
      await send(wish, (header) => askFromOutside(header, wish));
      onSent();
    }, explain);
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
    >
      <TextField
        required
        id={form.idOf('name')}
        label={labels.name}
        support={words('nameHelp')}
        autoComplete="name"
        fault={form.faultOf('name')}
        value={form.values.name}
        onChange={(value) => form.set('name', value)}
      />
      <MailField
        required
        id={form.idOf('mail')}
        label={labels.mail}
        support={words('mailHelp')}
        fault={form.faultOf('mail')}
        value={form.values.mail}
        onChange={(value) => form.set('mail', value)}
      />
      <TextField
        id={form.idOf('organization')}
        label={labels.organization}
        autoComplete="organization"
        fault={form.faultOf('organization')}
        value={form.values.organization}
        onChange={(value) => form.set('organization', value)}
      />
      <QuestionFields form={form} />
      <p>{words('privacy', { days: String(keptDays) })}</p>
    </FormCard>
  );
}
