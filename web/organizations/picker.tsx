import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import type { FieldProps } from '../ui/form/field.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import styles from './picker.module.css';

const searchMax = 100;

export type Picked = { id: string; name: string };
type Found = { items: readonly (Picked & { hint?: string })[]; total: number };

type Props = FieldProps & {
  searchLabel: string;
  /** What the answers are kept under, e.g. `['dealers', organization]`. */
  queryKey: readonly string[];
  find: (text: string) => Promise<Found>;
  chosen: Picked | null;
  onChoose: (chosen: Picked) => void;
};

/** One out of more than fit into a list of the browser: searched by the server, chosen among what was found. */
export function Picker({ searchLabel, queryKey, find, chosen, onChoose, ...field }: Props) {
  const t = useTranslations('ui.picker');
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...queryKey, 'pick', text],
    queryFn: () => find(text),
    placeholderData: keepPreviousData,
  });
  function enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault(); // it belongs to the search here, not to the form
    setText(typed.trim());
  }
  const found = data?.items ?? [];
  const shown = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <RadioGroup
      {...field}
      cards
      value={chosen?.id ?? ''}
      onChange={(id) => {
        const one = shown.find((candidate) => candidate.id === id);
        if (one) onChoose({ id: one.id, name: one.name });
      }}
      choices={shown.map(({ id, name, ...more }) => ({
        value: id,
        label: name,
        ...('hint' in more && more.hint && { hint: more.hint }),
      }))}
      before={
        <Stack gap="small">
          <div className={styles['search']}>
            <TextField
              plain
              id={`${field.id}-search`}
              label={searchLabel}
              value={typed}
              onChange={setTyped}
              onKeyDown={enter}
              maxLength={searchMax}
              autoComplete="off"
            />
            <Button kind="secondary" icon="search" busy={isFetching} onClick={() => setText(typed.trim())}>
              {t('search')}
            </Button>
          </div>
          {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading />}
          <div role="status" className={styles['note']}>
            {data && found.length === 0 && <p>{t('none')}</p>}
            {data && data.total > found.length && <p>{t('more', { shown: found.length, total: data.total })}</p>}
          </div>
        </Stack>
      }
    />
  );
}
