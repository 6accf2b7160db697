import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { useListState } from '../context/list.ts';
import { useSiteWords } from '../context/site.ts';
import { useNoun } from '../devices/options.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Stack } from '../ui/layout.tsx';
import { historyQuery, type HistoryRow, type Setting, type Value } from './requests.ts';
import styles from './settings.module.css';
import { useValueWords } from './value-words.ts';
import { useWho } from './who.ts';

type Props = { organization: string; device: string; settings: readonly Setting[] };

/** Who set what and when, from what to what, and what came of it; the newest first. */
export function SettingHistory({ organization, device, settings }: Props) {
  const t = useTranslations('device-settings.history');
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const query = useQuery({
    ...historyQuery(organization, device, { page, pageSize }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="small">
      <h2>{t('title')}</h2>
      <ServerList
        name={t('name')}
        query={query}
        columns={useColumns(settings)}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('empty')}
      />
    </Stack>
  );
}

function useColumns(settings: readonly Setting[]): Column<HistoryRow>[] {
  const t = useTranslations('device-settings.history');
  const instant = useInstant();
  const words = useSiteWords();
  const valueWords = useValueWords();
  const came = useCame();
  const by = useBy();
  const kept = (text: string) => <span className={styles['words']}>{text}</span>;
  const shown = ({ setting }: HistoryRow, value: Value | null) =>
    valueWords(settings.find(({ code }) => code === setting) ?? { unit: null, choices: [] }, value);
  return [
    { key: 'at', title: t('at'), nowrap: true, cell: (row) => instant(row.at) },
    { key: 'setting', title: t('setting'), cell: (row) => kept(row.name ? words(row.name) : row.setting) },
    {
      key: 'change',
      title: t('change'),
      cell: (row) => kept(t('arrow', { before: shown(row, row.before), after: shown(row, row.after) })),
    },
    { key: 'state', title: t('state'), cell: (row) => kept(came(row)) },
    { key: 'by', title: t('by'), cell: (row) => kept(by(row)) },
  ];
}

function useCame(): (row: HistoryRow) => string {
  const t = useTranslations('device-settings');
  const noun = useNoun();
  const instant = useInstant();
  return ({ state, overdue, settledAt }) => {
    const word = t(`states.${overdue ? 'overdue' : state}`, noun);
    return settledAt ? t('history.settled', { state: word, at: instant(settledAt) }) : word;
  };
}

function useBy(): (row: HistoryRow) => string {
  const t = useTranslations('device-settings.history');
  const noun = useNoun();
  const who = useWho();
  return (row) => {
    if (row.cause === 'device') return t('atDevice', noun);
    return row.cause === 'exchange' ? t('exchange', noun) : who(row);
  };
}
