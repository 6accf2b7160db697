import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { bodyCharactersMax, titleCharactersMax } from '../../../domain/notices/text.ts';
import { zoneName } from '../../../domain/site/instant-text.ts';
import { languages } from '../../../domain/site/languages.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { TextAreaField } from '../../ui/form/text-area-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault, type FormState } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import styles from './compose.module.css';
import {
  fieldOfPointer,
  requestOf,
  type Composed,
  type ComposeFault,
  type ComposeField,
  type ComposeStep,
} from './state.ts';
import { pathsOf, type Subject } from './subject.ts';

type Props = {
  subject: Subject;
  organization: string;
  draft: Draft<Composed>;
  go: (step: ComposeStep) => void;
  title: string;
};

export function TextStep({ subject, organization, draft, go, title }: Props) {
  const t = useTranslations('notices.compose');
  const ui = useTranslations('ui');
  const { timeZone } = useSite();
  const faultsShown = useFaults();
  const form = useForm<Composed, ComposeField>(draft.values);
  const { busy, problem, run } = useAction();

  function change(part: Partial<Composed>): void {
    form.replace({ ...form.values, ...part });
    for (const field of Object.keys(part)) form.clear(field as ComposeField);
    draft.change({ ...part, touched: true });
  }
  function refusedAt(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem)) return false;
    const faults = reason.faults.flatMap(({ pointer, code, params }): ComposeFault[] => {
      const field = fieldOfPointer(pointer);
      return field ? [{ field, code, ...(params && { params }) }] : [];
    });
    return faults.length > 0 && !form.show(faultsShown(faults));
  }
  function submit(): void {
    const read = requestOf(form.values, timeZone, subject.withTitle);
    if (!form.show(read.ok ? [] : faultsShown(read.faults)) || !read.ok) return;
    void run(async () => {
      await draft.commit({});
      await subject.preview(organization, read.request, draft.values.of?.id ?? null);
      go('preview');
    }, refusedAt);
  }

  return (
    <PageFrame title={title}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to={pathsOf(subject).list} params={{ organization }}>
            {ui('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('toPreview')}
          </Button>
        }
      >
        <Card>
          <Stack>
            {subject.withTitle && <KindField form={form} onChange={(kind) => change({ kind })} />}
            <PeriodFields form={form} onChange={change} />
          </Stack>
        </Card>
        <Texts subject={subject} form={form} onChange={change} />
      </StepForm>
    </PageFrame>
  );
}

type FieldsProps = { form: FormState<Composed, ComposeField>; onChange: (part: Partial<Composed>) => void };

/** The name of each field, as it stands above it and in the summary of faults. */
function useLabels(): (field: ComposeField) => string {
  const t = useTranslations('notices');
  return (field) => {
    if (field === 'kind' || field === 'startsAt' || field === 'endsAt') return t(`fields.${field}`);
    const language = t(`languages.${field.endsWith('Ja') ? 'ja' : 'en'}`);
    return t(field.startsWith('title') ? 'fields.title' : 'fields.body', { language });
  };
}

function useFaults(): (faults: readonly ComposeFault[]) => Fault<ComposeField>[] {
  const problemText = useProblemText();
  const labels = useLabels();
  return (faults) =>
    faults.map(({ field, code, params }) => ({ field, label: labels(field), text: problemText(code, params) }));
}

function KindField({ form, onChange }: { form: FieldsProps['form']; onChange: (kind: Composed['kind']) => void }) {
  const t = useTranslations('notices');
  const choices = (['normal', 'important'] as const).map((value) => ({
    value,
    label: t(`kinds.${value}`),
    hint: t(`compose.kindHints.${value}`),
  }));
  return (
    <RadioGroup
      required
      id={form.idOf('kind')}
      label={t('fields.kind')}
      value={form.values.kind}
      choices={choices}
      onChange={(value) => onChange(value === 'important' ? 'important' : 'normal')}
    />
  );
}

function PeriodFields({ form, onChange }: FieldsProps) {
  const t = useTranslations('notices');
  const locale = useLocale();
  const { timeZone } = useSite();
  const labels = useLabels();
  const [today] = useState(() => new Date());
  return (
    <Stack gap="small">
      <div className={styles['period']}>
        {(['startsAt', 'endsAt'] as const).map((field) => (
          <TextField
            key={field}
            required
            type="datetime-local"
            id={form.idOf(field)}
            label={labels(field)}
            fault={form.faultOf(field)}
            value={form.values[field]}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </div>
      <p className={styles['soft']}>{t('compose.zone', { zone: zoneName(today, locale, timeZone) })}</p>
    </Stack>
  );
}

function Texts({ subject, form, onChange }: FieldsProps & { subject: Subject }) {
  const t = useTranslations('notices.compose');
  const labels = useLabels();
  return (
    <div className={styles['languages']}>
      {languages.map((language) => {
        const [title, body] = language === 'ja' ? (['titleJa', 'bodyJa'] as const) : (['titleEn', 'bodyEn'] as const);
        return (
          <Card key={language}>
            <Stack>
              {subject.withTitle && (
                <TextField
                  required
                  id={form.idOf(title)}
                  label={labels(title)}
                  support={t('titleSupport', { max: titleCharactersMax })}
                  fault={form.faultOf(title)}
                  value={form.values[title]}
                  onChange={(value) => onChange({ [title]: value })}
                  lang={language}
                />
              )}
              <TextAreaField
                required
                id={form.idOf(body)}
                label={labels(body)}
                support={t('bodySupport', { max: bodyCharactersMax })}
                fault={form.faultOf(body)}
                value={form.values[body]}
                onChange={(value) => onChange({ [body]: value })}
                lang={language}
              />
            </Stack>
          </Card>
        );
      })}
    </div>
  );
}
