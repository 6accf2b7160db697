import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Page } from '../../context/page.tsx';
import { useSiteWords } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { useForm } from '../../ui/form/use-form.ts';
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

  function submit(): void {
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
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        next={
          <Button type="submit" busy={busy}>
            {ui('next')}
          </Button>
        }
      >
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
      </StepForm>
    </Page>
  );
}
