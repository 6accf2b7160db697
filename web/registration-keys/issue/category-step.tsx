import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../../context/page.tsx';
import { useSiteWords } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { WizardButtons } from '../../ui/wizard.tsx';
import { useOptions } from '../options.ts';
import { Elsewhere } from './elsewhere.tsx';
import type { StepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

export function CategoryStep({ organization, part, desk, draft, go }: StepProps) {
  const t = useTranslations('registration-keys.issue');
  const ui = useTranslations('ui');
  const words = useSiteWords();
  const { categories } = useOptions();
  const form = useForm({ category: draft.values.category });
  const { busy, problem, run } = useAction();
  const here = categories.filter((category) => category.issuedHere);

  function choose(category: string): void {
    form.set('category', category);
    // Another category may write its IDs differently, so what was confirmed no longer holds.
    draft.change(
      category === draft.values.category ? {} : { category, deviceId: '', confirmed: '', checked: '', mail: null },
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const chosen = here.some(({ id }) => id === form.values.category);
    const missing = { field: 'category', label: t('category.label'), text: t('category.missing') } as const;
    if (!form.show(chosen ? [] : [missing])) return;
    void run(async () => {
      await draft.commit({});
      go('device');
    });
  }

  return (
    <Page title={t('category.title')} part={part} width="reading" lead={t('category.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ErrorSummary {...form} />
          <RadioGroup
            id={form.idOf('category')}
            label={t('category.label')}
            required
            cards
            fault={form.faultOf('category')}
            value={form.values.category}
            onChange={choose}
            choices={here.map(({ id, name, hint }) => ({ value: id, label: words(name), hint: hint && words(hint) }))}
          />
          <Elsewhere categories={categories.filter((category) => !category.issuedHere)} />
          {!desk.demo && (
            <p>
              {t('category.demoText')}{' '}
              <Link to="/o/$organization/registration-keys/demo" params={{ organization }}>
                {t('category.demo')}
              </Link>
            </p>
          )}
          <ErrorState problem={problem} />
          <WizardButtons
            next={
              <Button type="submit" busy={busy}>
                {ui('next')}
              </Button>
            }
          />
        </Stack>
      </form>
    </Page>
  );
}
