import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../texts/problem-text.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { DayRange, emptyDays, faultsOfDays } from '../ui/form/day-range.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { useForm } from '../ui/form/use-form.ts';

export const reports = ['totals', 'history'] as const;
export type Report = (typeof reports)[number];

const sides = ['from', 'to'] as const;

type Props = { report: Report; state: ListState; onChange: (report: Report, state: ListState) => void };

/** Which report, and of which days; both sides may be left empty. */
export function ReportForm({ report, state, onChange }: Props) {
  const t = useTranslations('registration-keys.report');
  const problemText = useProblemText();
  const [wanted, setWanted] = useState(report);
  const { from = '', to = '' } = state.search;
  const form = useForm<Record<string, string>>({ from, to });
  const days = { form, sides, labelOf: (side: string) => t(side === 'from' ? 'from' : 'to') };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(faultsOfDays(days, problemText))) return;
    const filled = sides.flatMap((side) => (form.values[side]?.trim() ? [[side, form.values[side].trim()]] : []));
    onChange(wanted, { ...state, page: 1, search: Object.fromEntries(filled) });
  }
  function clear(): void {
    emptyDays(days);
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
      <DayRange {...days} />
    </SearchForm>
  );
}
