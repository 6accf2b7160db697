import { useEffect, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { readDayRange } from '../../../domain/exports/day-range.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { SearchForm } from '../../ui/data-table/search-form.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { useSiteWords } from '../../context/site.ts';
import { useAsks, useNoun, useOptions } from '../options.ts';
import { DeviceCondition } from '../parts.tsx';
import { ownConditions, type OwnCondition } from './columns.ts';
import styles from './device-search.module.css';
import { useHeading, useWord } from './use-heading.ts';
import type { Condition } from './use-list-columns.ts';

const textMax = 100;

type Props = {
  organization: string;
  /** Of columns that other capabilities bring. */
  conditions: readonly Condition[];
  seesAll: boolean;
  /** What the server said of conditions that came by a link, or of a code that is none. */
  refused: unknown;
  state: ListState;
  onChange: (state: ListState) => void;
};

/** Asked for most; the others are folded away until one of them holds. */
const firstConditions = ['installation', 'address', 'company'] as const;

/** A condition for each column; what is filled in must all hold, and stands in the address (U-05). */
export function DeviceSearch({ organization, conditions, seesAll, refused, state, onChange }: Props) {
  const t = useTranslations('devices.list');
  const noun = useNoun();
  const heading = useHeading();
  const problemText = useProblemText();
  const word = useWord();
  const { columns } = useOptions();
  const asks = useAsks();
  // What a site neither shows nor asks for is no condition there.
  const first = firstConditions.filter((key) => columns.includes(key) || (key !== 'address' && asks(key)));
  const fields = [...ownConditions, ...conditions.map(({ key }) => key)];
  const form = useForm<Record<string, string>>(
    Object.fromEntries(fields.map((field) => [field, state.search[field] ?? ''])),
  );
  const value = (field: string): string => form.values[field] ?? '';
  const labelOf = (field: string): string =>
    field === 'purchasedFrom' || field === 'purchasedTo' ? t(field) : heading(field);
  const shown: readonly string[] = ['serial', ...first, ...conditions.map(({ key }) => key)];
  const isMore = (field: string): boolean => !shown.includes(field);
  const moreHolds = Object.keys(state.search).some(isMore) || form.faults.some(({ field }) => isMore(field));

  useEffect(() => {
    if (!(refused instanceof ApiProblem)) return;
    const found = refused.faults.map(({ pointer, text }) => ({ field: pointer.slice(1), text }));
    form.show(found.map(({ field, text }) => ({ field, label: labelOf(field), text })));
    // oxlint-disable-next-line react/exhaustive-deps -- once for each answer
  }, [refused]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readDayRange({ from: value('purchasedFrom'), to: value('purchasedTo') });
    const faults = read.ok
      ? []
      : read.faults.map(({ field, code }): Fault => {
          const at = field === 'from' ? 'purchasedFrom' : 'purchasedTo';
          return { field: at, label: labelOf(at), text: problemText(`exports/${code}`) };
        });
    if (!form.show(faults)) return;
    const filled = fields.flatMap((field) =>
      value(field).trim() === '' ? [] : [[field, value(field).trim()] as const],
    );
    onChange({ ...state, page: 1, search: Object.fromEntries(filled) });
  }
  function clear(): void {
    form.replace(Object.fromEntries(fields.map((field) => [field, ''])));
    form.show([]);
    onChange({ ...state, page: 1, search: {} });
  }
  const text = (field: string, code = false) => (
    <TextField
      plain
      key={field}
      id={form.idOf(field)}
      label={heading(field)}
      code={code}
      fault={form.faultOf(field)}
      value={value(field)}
      onChange={(typed) => form.set(field, typed)}
      maxLength={textMax}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
  const day = (field: 'purchasedFrom' | 'purchasedTo') => (
    <TextField
      plain
      type="date"
      id={form.idOf(field)}
      label={t(field)}
      fault={form.faultOf(field)}
      value={value(field)}
      onChange={(typed) => form.set(field, typed)}
    />
  );

  return (
    <SearchForm
      label={t('search', noun)}
      hint={columns.includes('code') ? `${t('searchHint')} ${t('searchHintCodes')}` : t('searchHint')}
      onSubmit={submit}
      onClear={clear}
      summary={<ErrorSummary {...form} />}
    >
      {text('serial', true)}
      {conditions.map(({ key, as }) =>
        as === 'choice' ? (
          <DeviceCondition
            key={key}
            of={key}
            organization={organization}
            id={form.idOf(key)}
            label={heading(key)}
            value={value(key)}
            onChange={(next) => form.set(key, next)}
          />
        ) : typeof as === 'string' ? (
          text(key, as === 'code')
        ) : (
          <SelectField
            plain
            key={key}
            id={form.idOf(key)}
            label={heading(key)}
            value={value(key)}
            onChange={(next) => form.set(key, next)}
            options={[{ value: '', label: t('any') }, ...as.map((one) => ({ value: one, label: word(key, one) }))]}
          />
        ),
      )}
      {first.map((key) => text(key))}
      <details className={styles['more']} open={moreHolds || undefined}>
        <summary>{t('more')}</summary>
        <div className={styles['fields']}>
          {text('model')}
          {asks('purchasedOn') && day('purchasedFrom')}
          {asks('purchasedOn') && day('purchasedTo')}
          {asks('building') && columns.includes('building') && text('building')}
          {asks('remarks') && text('remarks')}
          <Choices seesAll={seesAll} value={value} idOf={form.idOf} onChange={(field, next) => form.set(field, next)} />
        </div>
      </details>
    </SearchForm>
  );
}

type ChoicesProps = {
  seesAll: boolean;
  value: (field: string) => string;
  idOf: (field: string) => string;
  onChange: (field: OwnCondition, value: string) => void;
};

/** What is chosen instead of typed. */
function Choices({ seesAll, value, idOf, onChange }: ChoicesProps) {
  const t = useTranslations('devices.list');
  const heading = useHeading();
  const words = useSiteWords();
  const { types } = useOptions();
  const any = { value: '', label: t('any') };
  const choice = (field: OwnCondition, label: string, options: { value: string; label: string }[]) => (
    <SelectField
      plain
      id={idOf(field)}
      label={label}
      value={value(field)}
      onChange={(next) => onChange(field, next)}
      options={[any, ...options]}
    />
  );
  return (
    <>
      {types.length > 1 &&
        choice(
          'type',
          heading('type'),
          types.map(({ id, name }) => ({ value: id, label: words(name) })),
        )}
      {choice(
        'ended',
        t('ended'),
        (['no', 'yes'] as const).map((one) => ({ value: one, label: t(`endedStates.${one}`) })),
      )}
      {choice(
        'warranty',
        t('warranty'),
        (['running', 'over', 'none'] as const).map((one) => ({ value: one, label: t(`warrantyStates.${one}`) })),
      )}
      {seesAll && choice('lengthened', t('lengthened'), [{ value: 'yes', label: t('lengthenedYes') }])}
    </>
  );
}
