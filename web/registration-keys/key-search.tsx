import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { parseDeviceId } from '../../domain/identifiers/device-id.ts';
import { parseKey } from '../../domain/registration-keys/key.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { SearchForm } from '../ui/data-table/search-form.tsx';
import type { ListState } from '../ui/data-table/list-state.ts';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';
import { useOptions } from './options.ts';

export type SearchField = 'deviceId' | 'activationKey' | 'number';

type Props = { fields: readonly SearchField[]; state: ListState; onChange: (state: ListState) => void };

const nothing: Record<SearchField, string> = { deviceId: '', activationKey: '', number: '' };

/** Whole numbers only: part of one is refused at the field, not searched for (K-07). What is given must all hold. */
export function KeySearch({ fields, state, onChange }: Props) {
  const t = useTranslations('registration-keys');
  const problemText = useProblemText();
  const { categories } = useOptions();
  const formats = [...new Set(categories.map(({ idFormat }) => idFormat))];
  const form = useForm<Record<SearchField, string>>({ ...nothing, ...state.search });

  function read(field: SearchField): Verdict<string> {
    const typed = form.values[field];
    if (field !== 'deviceId') return parseKey(typed);
    const verdicts = formats.map((format) => parseDeviceId(typed, format));
    return verdicts.find((verdict) => verdict.ok) ?? verdicts[0] ?? parseDeviceId(typed, 'hex16');
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const given = fields
      .filter((field) => form.values[field].trim() !== '')
      .map((field) => ({ field, verdict: read(field) }));
    const faults = given.flatMap(({ field, verdict }): Fault<SearchField>[] =>
      verdict.ok
        ? []
        : [{ field, label: t(`fields.${field}`), text: problemText(`identifiers/${verdict.code}`, verdict.params) }],
    );
    const [first] = fields;
    if (given.length === 0 && first)
      faults.push({ field: first, label: t(`fields.${first}`), text: t(`searchMissing.${first}`) });
    if (!form.show(faults)) return;
    const search = Object.fromEntries(
      given.flatMap(({ field, verdict }) => (verdict.ok ? [[field, verdict.value] as const] : [])),
    );
    onChange({ ...state, page: 1, search });
  }
  function clear(): void {
    form.replace(nothing);
    form.show([]);
    onChange({ ...state, page: 1, search: {} });
  }

  return (
    <SearchForm
      label={t('list.search')}
      hint={t(fields.length > 1 ? 'list.searchHint' : 'activationKeys.searchHint')}
      onSubmit={submit}
      onClear={clear}
      summary={<ErrorSummary {...form} />}
    >
      {fields.map((field) => (
        <TextField
          plain
          code
          key={field}
          id={form.idOf(field)}
          label={t(`fields.${field}`)}
          fault={form.faultOf(field)}
          value={form.values[field]}
          onChange={(value) => form.set(field, value)}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
      ))}
    </SearchForm>
  );
}
