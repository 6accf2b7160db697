import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeNames, departmentsKey, namesQuery, type Named } from './requests.ts';

/** What people call the departments that devices know by their IDs (C-12). */
export function Page() {
  const t = useTranslations('departments.names');
  const { organization = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(namesQuery(organization));
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      {data.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <Names organization={organization} items={data.items} version={data.version} />
      )}
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/departments" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

type Props = { organization: string; items: readonly Named[]; version: string };

/** What is typed lies over what is stored, so that news of it take nothing away. */
function Names({ organization, items, version }: Props) {
  const t = useTranslations('departments.names');
  const client = useQueryClient();
  const form = useForm<Record<string, string>>({});
  const { busy, problem, run } = useAction();
  const [told, setTold] = useState<'saved' | 'meanwhile' | null>(null);
  // A department may be called as what every object has.
  const typedName = (department: string) =>
    Object.hasOwn(form.values, department) ? form.values[department] : undefined;
  const typed = () =>
    items.flatMap(({ department }) => {
      const name = typedName(department);
      return name === undefined ? [] : [{ department, name }];
    });
  const lookAgain = () => client.invalidateQueries({ queryKey: departmentsKey });

  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void lookAgain().then(() => setTold('meanwhile'));
      return true;
    }
    const faults = typed().flatMap(({ department }, at) => {
      const text = refusedAt(refused, `/items/${at}/name`);
      return text === '' ? [] : [{ field: department, label: t('of', { department }), text }];
    });
    return faults.length > 0 && !form.show(faults);
  }
  function save(): void {
    setTold(null);
    form.show([]);
    void run(async () => {
      await changeNames(organization, version, typed());
      await lookAgain();
      form.replace({});
      setTold('saved');
    }, explain);
  }
  return (
    <FormCard
      form={form}
      onSubmit={save}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
      {items.map(({ department, name }) => (
        <TextField
          key={department}
          plain
          id={form.idOf(department)}
          label={t('of', { department })}
          fault={form.faultOf(department)}
          value={typedName(department) ?? name}
          onChange={(value) => {
            setTold(null);
            form.set(department, value);
          }}
          autoComplete="off"
        />
      ))}
    </FormCard>
  );
}
