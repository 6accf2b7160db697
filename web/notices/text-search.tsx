import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ListState } from '../ui/data-table/list-state.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import { SelectField, type Option } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';

type Props = {
  label: string;
  hint: string;
  states: readonly Option[];
  state: ListState;
  onChange: (state: ListState) => void;
};

/** Words and state, above the lists of notices and maintenance. */
export function TextSearch({ label, hint, states, state, onChange }: Props) {
  const t = useTranslations('notices.list');
  const [text, setText] = useState(state.search['text'] ?? '');
  const [chosen, setChosen] = useState(state.search['state'] ?? '');
  return (
    <SearchForm
      label={label}
      hint={hint}
      summary={null}
      onSubmit={(event) => {
        event.preventDefault();
        const words = text.trim();
        onChange({ ...state, page: 1, search: { ...(words && { text: words }), ...(chosen && { state: chosen }) } });
      }}
      onClear={() => {
        setText('');
        setChosen('');
        onChange({ ...state, page: 1, search: {} });
      }}
    >
      <TextField plain id="search-text" label={t('text')} value={text} onChange={setText} maxLength={100} />
      <SelectField
        plain
        id="search-state"
        label={t('state')}
        value={chosen}
        onChange={setChosen}
        options={[{ value: '', label: t('anyState') }, ...states]}
      />
    </SearchForm>
  );
}
