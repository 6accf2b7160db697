import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../api/problem.ts';
import { isOwn } from '../../domain/counters/places.ts';
import { hasCalendar, readTyped } from '../counters/question/calendar.ts';
import { useCounted } from '../counters/table/counted.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';

const known = ['total', 'colour', 'mono', 'copy', 'print', 'scan', 'duplex'] as const;
const months = ['from', 'to'] as const;

type Asked = { from: string; to: string; place?: string };
type Props = { asked: Asked; refused: unknown; state: ListState; onChange: (state: ListState) => void };

/** From which month to which, and what is counted; what is wrong with it the server says, and it stands at its field. */
export function QuestionForm({ asked, refused, state, onChange }: Props) {
  const t = useTranslations('departments.list');
  const { places, nameOf } = useCounted();
  // The total is there even where nothing says it, as what is asked for when nothing is chosen.
  const choices = [...known.filter((one) => one === 'total' || places.includes(one)), ...places.filter(isOwn)];
  const form = useForm({ from: asked.from, to: asked.to, place: asked.place ?? 'total' });
  const { show } = form;
  useEffect(() => {
    show(
      months.flatMap((field) => {
        const text = refusedAt(refused, `/${field}`);
        return text === '' ? [] : [{ field, label: t(field), text }];
      }),
    );
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal
  }, [refused]);
  const { from, to, place } = form.values;
  return (
    <SearchForm
      label={t('question')}
      hint={t('hint')}
      submitLabel={t('show')}
      summary={<ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...state, page: 1, search: { from: readTyped(from), to: readTyped(to), place } });
      }}
      onClear={() => onChange({ ...state, page: 1, search: {} })}
    >
      {months.map((field) => (
        <TextField
          key={field}
          plain
          id={form.idOf(field)}
          label={t(field)}
          support={hasCalendar('month') ? undefined : t('monthHelp')}
          fault={form.faultOf(field)}
          type="month"
          autoComplete="off"
          value={form.values[field]}
          onChange={(value) => form.set(field, value)}
        />
      ))}
      <SelectField
        plain
        id={form.idOf('place')}
        label={t('place')}
        value={place}
        onChange={(value) => form.set('place', value)}
        options={choices.map((one) => ({ value: one, label: nameOf(one) }))}
      />
    </SearchForm>
  );
}
