import { useEffect, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { SearchForm } from '../../ui/data-table/search-form.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useProblemWords } from '../../ui/states.tsx';

export const kinds = ['reminder', 'taken-over', 'without', 'unused', 'assignment'] as const;
const textMax = 100;

type Props = {
  /** The day asked for, also when it is the one to begin with. */
  until: string;
  refused: unknown;
  state: ListState;
  onChange: (state: ListState) => void;
};

/** Whether the day was refused; anything else that went wrong is said below. */
export function isRefusedDay(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'licences/rehearsal-day';
}

/** Up to which day, and what of it to show. */
export function Question({ until, refused, state, onChange }: Props) {
  const t = useTranslations('licence-rehearsal');
  const { search } = state;
  const form = useForm({ until, kind: search['kind'] ?? '', text: search['text'] ?? '' });
  const { text: fault } = useProblemWords(refused);
  const { show } = form;
  const label = t('until');
  useEffect(() => {
    if (isRefusedDay(refused)) show([{ field: 'until', label, text: fault }]);
  }, [refused, fault, label, show]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const filled = Object.entries(form.values).flatMap(([field, value]) =>
      value.trim() === '' && field !== 'until' ? [] : [[field, value.trim()] as const],
    );
    onChange({ ...state, page: 1, search: Object.fromEntries(filled) });
  }
  return (
    <SearchForm
      label={t('search')}
      hint={t('searchHint')}
      submitLabel={t('show')}
      summary={<ErrorSummary {...form} />}
      onSubmit={submit}
      onClear={() => {
        form.replace({ until, kind: '', text: '' });
        onChange({ ...state, page: 1, search: { until } });
      }}
    >
      <TextField
        plain
        type="date"
        id={form.idOf('until')}
        label={label}
        fault={form.faultOf('until')}
        value={form.values.until}
        onChange={(value) => form.set('until', value)}
      />
      <SelectField
        plain
        id={form.idOf('kind')}
        label={t('kind')}
        value={form.values.kind}
        onChange={(value) => form.set('kind', value)}
        options={[{ value: '', label: t('anyKind') }, ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
      />
      <TextField
        plain
        id={form.idOf('text')}
        label={t('text')}
        value={form.values.text}
        onChange={(value) => form.set('text', value)}
        maxLength={textMax}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </SearchForm>
  );
}
