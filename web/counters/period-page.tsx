import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { counterPlaces, isOwn, type CounterTab } from '../../domain/counters/places.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Card, Row } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs/tabs.tsx';
import { PeriodAnswer } from './period-answer.tsx';
import { askedFields, readAsked, readKind, writeAsked, type Asked } from './question/asked.ts';
import { Said } from './question/question-card.tsx';
import { useTableState } from './question/use-asked.ts';
import { beginningQuery, ofPeriodQuery } from './requests.ts';
import { useCounted } from './table/counted.ts';
import { usePeriodWords } from './use-period-words.ts';

const fields = [...askedFields, 'tab'] as const;

/** One month or day over devices, in tabs (C-07). */
export function Page() {
  const t = useTranslations('counters');
  const { organization = '', period = '' } = useParams({ strict: false });
  const { places, tabs } = useCounted();
  const { list, setList, part } = useTableState(fields, [...counterPlaces, ...places.filter(isOwn)]);
  const { data: beginning } = useSuspenseQuery(beginningQuery(organization));
  const kind = { ...readKind(list.search), by: period.length === 7 ? ('month' as const) : ('day' as const) };
  const [first = 'counters'] = tabs;
  const tab = tabs.find((one) => one === list.search['tab']) ?? first;
  const query = useQuery({
    ...ofPeriodQuery(organization, { period, kind, tab }, part),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch } = query;
  const words = usePeriodWords();
  const one: Asked = { ...kind, from: period, to: period };
  const back = readAsked(list.search) ?? one;
  if (error)
    return (
      <PageFrame title={t('details.page')} part={t('title')}>
        <ErrorState problem={error} onRetry={() => void refetch()} />
        <Back organization={organization} asked={back} />
      </PageFrame>
    );
  if (!data) return <Loading />;
  return (
    <PageFrame title={t('details.title', { period: words.long(period) })} part={t('title')} width="full">
      <Card>
        <Said organization={organization} asked={one} />
      </Card>
      <Tabs
        label={t('tabs.label')}
        tabs={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        value={tab}
        onChange={(next: CounterTab) => {
          const { tab: _, ...search } = list.search;
          const sort = list.sort?.replace(/^-/, '') ?? '';
          // What another tab does not show it cannot be sorted by.
          const kept = sort === 'total' || !(isOwn(sort) || counterPlaces.some((place) => place === sort));
          setList({
            ...list,
            page: 1,
            sort: kept ? list.sort : null,
            search: { ...search, ...(next !== first && { tab: next }) },
          });
        }}
      >
        <PeriodAnswer
          organization={organization}
          beginning={beginning}
          wish={{ period, kind, tab }}
          asked={back}
          query={query}
          list={list}
          setList={setList}
        />
      </Tabs>
      <Back organization={organization} asked={back} />
    </PageFrame>
  );
}

function Back({ organization, asked }: { organization: string; asked: Asked }) {
  const t = useTranslations('counters.details');
  return (
    <Row print={false}>
      <ButtonTo
        kind="quiet"
        icon="left"
        to="/o/$organization/counters"
        params={{ organization }}
        search={writeAsked(asked) as never}
      >
        {t('back')}
      </ButtonTo>
    </Row>
  );
}
