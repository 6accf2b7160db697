import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../texts/problem-text.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { DayRange, emptyDays, faultsOfDays } from '../ui/form/day-range.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { SelectField, type Option } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';

const searchMax = 100;
/** The first and the last day, as they stand in the address. */
export const dayFields = ['from', 'until'] as const;

type Word = { field: string; label: string };
type Choice = { field: string; label: string; any: string; options: readonly Option[] };
type Props = {
  label: string;
  hint: string;
  /** The one word that is looked for, in the field `text`, or the fields in which there are several. */
  text: string | readonly Word[];
  choices?: readonly Choice[];
  /** Whether it asks for days as well. */
  days?: boolean;
  state: ListState;
  onChange: (state: ListState) => void;
};

/** A word, some choices and where wanted days, above a list; what else stands in its address stays there. Another address fills the fields anew. */
export function ListSearch(props: Props) {
  return <Fields key={JSON.stringify(props.state.search)} {...props} />;
}

function Fields({ label, hint, text, choices = [], days = false, state, onChange }: Props) {
  const t = useTranslations('ui.table');
  const problemText = useProblemText();
  const words = typeof text === 'string' ? [{ field: 'text', label: text }] : text;
  const fields = [...words.map(({ field }) => field), ...choices.map(({ field }) => field), ...(days ? dayFields : [])];
  const form = useForm<Record<string, string>>(
    Object.fromEntries(fields.map((field) => [field, state.search[field] ?? ''])),
  );
  const range = { form, sides: dayFields, labelOf: (side: string) => t(side === 'from' ? 'from' : 'until') };
  const others = Object.entries(state.search).filter(([field]) => !fields.includes(field));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(days ? faultsOfDays(range, problemText) : [])) return;
    const filled = fields.flatMap((field) => {
      const value = form.values[field]?.trim() ?? '';
      return value === '' ? [] : [[field, value] as const];
    });
    onChange({ ...state, page: 1, search: Object.fromEntries([...others, ...filled]) });
  }
  return (
    <SearchForm
      label={label}
      hint={hint}
      summary={<ErrorSummary {...form} />}
      onSubmit={submit}
      onClear={() => {
        emptyDays(range);
        form.show([]);
        form.replace(Object.fromEntries(fields.map((field) => [field, ''])));
        onChange({ ...state, page: 1, search: Object.fromEntries(others) });
      }}
    >
      {words.map(({ field, label: name }) => (
        <TextField
          key={field}
          plain
          id={form.idOf(field)}
          label={name}
          value={form.values[field] ?? ''}
          onChange={(value) => form.set(field, value)}
          maxLength={searchMax}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
      {choices.map(({ field, label: name, any, options }) => (
        <SelectField
          key={field}
          plain
          id={form.idOf(field)}
          label={name}
          value={form.values[field] ?? ''}
          onChange={(value) => form.set(field, value)}
          options={[{ value: '', label: any }, ...options]}
        />
      ))}
      {days && <DayRange {...range} />}
    </SearchForm>
  );
}
