import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { readDayRange } from '../../domain/exports/day-range.ts';
import { useProblemText } from '../texts/problem-text.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';

export const reports = ['totals', 'history'] as const;
export type Report = (typeof reports)[number];

const sides = ['from', 'to'] as const;
type Side = (typeof sides)[number];

type Props = { report: Report; state: ListState; onChange: (report: Report, state: ListState) => void };

/** Which report, and of which days; both sides may be left empty. */
export function ReportForm({ report, state, onChange }: Props) {
  const t = useTranslations('registration-keys.report');
  const problemText = useProblemText();
  const [wanted, setWanted] = useState(report);
  const { from = '', to = '' } = state.search;
  const form = useForm<Record<Side, string>>({ from, to });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const half = sides.filter((side) => isHalfTyped(form.idOf(side)));
    const read = readDayRange(form.values);
    const found = read.ok ? [] : read.faults.filter(({ field }) => !half.includes(field));
    const faults = [...half.map((field) => ({ field, code: 'day' as const })), ...found];
    const shown = faults.map(({ field, code }): Fault<Side> => ({
      field,
      label: t(field),
      text: problemText(`exports/${code}`),
    }));
    if (!form.show(shown) || !read.ok) return;
    const search = Object.fromEntries(sides.flatMap((side) => (read.value[side] ? [[side, read.value[side]]] : [])));
    onChange(wanted, { ...state, page: 1, search });
  }
  function clear(): void {
    for (const side of sides) empty(form.idOf(side));
    form.replace({ from: '', to: '' });
    form.show([]);
    onChange(wanted, { ...state, page: 1, search: {} });
  }

  return (
    <SearchForm
      label={t('conditions')}
      hint={t('hint')}
      submitLabel={t('show')}
      onSubmit={submit}
      onClear={clear}
      summary={<ErrorSummary {...form} />}
      before={
        <RadioGroup
          plain
          id="report"
          label={t('kind')}
          value={wanted}
          onChange={(next) => setWanted(reports.find((one) => one === next) ?? 'totals')}
          choices={reports.map((one) => ({ value: one, label: t(`kinds.${one}`), hint: t(`kindHints.${one}`) }))}
        />
      }
    >
      {sides.map((side) => (
        <TextField
          plain
          key={side}
          type="date"
          id={form.idOf(side)}
          label={t(side)}
          fault={form.faultOf(side)}
          width="medium"
          value={form.values[side]}
          onChange={(value) => form.set(side, value)}
        />
      ))}
    </SearchForm>
  );
}

/** A browser gives nothing for a date of which only a part is typed; that is no empty field to the person. */
function isHalfTyped(id: string): boolean {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement && field.validity.badInput;
}

function empty(id: string): void {
  const field = document.getElementById(id);
  if (field instanceof HTMLInputElement) field.value = '';
}
