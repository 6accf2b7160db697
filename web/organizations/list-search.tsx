import type { FormEvent } from 'react';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { SelectField, type Option } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';

const searchMax = 100;

type Choice = { field: string; label: string; any: string; options: readonly Option[] };
type Props = {
  label: string;
  hint: string;
  text: string;
  choices?: readonly Choice[];
  state: ListState;
  onChange: (state: ListState) => void;
};

/** A word and some choices, above a list; what else stands in its address stays there. */
export function ListSearch({ label, hint, text, choices = [], state, onChange }: Props) {
  const fields = ['text', ...choices.map(({ field }) => field)];
  const form = useForm<Record<string, string>>(
    Object.fromEntries(fields.map((field) => [field, state.search[field] ?? ''])),
  );
  const others = Object.entries(state.search).filter(([field]) => !fields.includes(field));
  function submit(event: FormEvent): void {
    event.preventDefault();
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
      summary={null}
      onSubmit={submit}
      onClear={() => {
        form.replace(Object.fromEntries(fields.map((field) => [field, ''])));
        onChange({ ...state, page: 1, search: Object.fromEntries(others) });
      }}
    >
      <TextField
        plain
        id={form.idOf('text')}
        label={text}
        value={form.values['text'] ?? ''}
        onChange={(value) => form.set('text', value)}
        maxLength={searchMax}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
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
    </SearchForm>
  );
}
