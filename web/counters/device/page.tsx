import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { counterPlaces, isOwn } from '../../../domain/counters/places.ts';
import { others } from '../../../domain/counters/stacks.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSiteWords } from '../../context/site.ts';
import { useOptions } from '../../devices/options.ts';
import { Row } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs/tabs.tsx';
import { paperQuery } from '../paper/requests.ts';
import { askedFields, readAsked, writeAsked, type Asked } from '../question/asked.ts';
import { isAtPeriods } from '../question/refused.ts';
import { firstAsked } from '../question/use-question-form.ts';
import { beginningQuery, ofDeviceQuery, type OfDevice } from '../requests.ts';
import { useCounted } from '../table/counted.ts';
import { DeviceAnswer } from './answer.tsx';
import { DeviceQuestion } from './question.tsx';

const fields = [...askedFields, 'tab'] as const;
const sorts = ['period', others, ...counterPlaces];

/** What one device counted over periods, in tabs (C-06). */
export function Page() {
  const t = useTranslations('counters');
  const { organization = '', device = '' } = useParams({ strict: false });
  const { data: beginning } = useSuspenseQuery(beginningQuery(organization));
  const { data: paper } = useSuspenseQuery(paperQuery(organization));
  const own = useCounted().places.filter(isOwn);
  const [list, setList] = useListState(fields, [...sorts, ...own]);
  const navigate = useNavigate();
  const asked = readAsked(list.search) ?? firstAsked(beginning);
  const query = useQuery({ ...ofDeviceQuery(organization, device, asked), placeholderData: keepPreviousData });
  const { data, error, refetch } = query;
  const refused = isAtPeriods(error) ? error : null;
  const tabs = data?.tabs ?? [];
  const tab = tabs.find((one) => one.tab === list.search['tab']) ?? tabs[0];
  if (!data && !error) return <Loading />;
  const ask = (next: Asked) => {
    const { tab: chosen } = list.search;
    void navigate({
      to: '.',
      search: { ...writeAsked(next), ...(chosen && { tab: chosen }) } as never,
      resetScroll: false,
    });
  };
  return (
    <PageFrame
      title={data?.name ?? t('title')}
      part={data && t('title')}
      lead={data && <Model device={data} />}
      width="full"
    >
      {(data || refused) && (
        <DeviceQuestion
          key={JSON.stringify(asked)}
          organization={organization}
          beginning={beginning}
          asked={asked}
          refused={refused}
          device={device}
          onAsk={ask}
        />
      )}
      {error && !refused && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {data && tab && !error && (
        <Tabs
          label={t('tabs.label')}
          tabs={tabs.map(({ tab: value }) => ({ value, label: t(`tabs.${value}`) }))}
          value={tab.tab}
          onChange={(value) => {
            const { tab: _, ...search } = list.search;
            setList({ ...list, sort: null, search: { ...search, ...(value !== tabs[0]?.tab && { tab: value }) } });
          }}
        >
          <DeviceAnswer
            organization={organization}
            beginning={beginning}
            asked={asked}
            device={data}
            tab={tab}
            sizes={paper.sizes}
            list={list}
            setList={setList}
            busy={query.isFetching}
            refresh={() => void refetch()}
          />
        </Tabs>
      )}
      <Ways organization={organization} device={device} asked={asked} />
    </PageFrame>
  );
}

function Model({ device: { model, serial } }: { device: OfDevice }) {
  const t = useTranslations('device-counters');
  const words = useSiteWords();
  const name = useOptions().models.find(({ id }) => id === model)?.name;
  return <p>{t('model', { model: name ? words(name) : model, serial })}</p>;
}

function Ways({ organization, device, asked }: { organization: string; device: string; asked: Asked }) {
  const t = useTranslations('device-counters');
  return (
    <Row print={false}>
      <ButtonTo
        kind="quiet"
        icon="left"
        to="/o/$organization/counters"
        params={{ organization }}
        search={writeAsked(asked) as never}
      >
        {t('toOverview')}
      </ButtonTo>
      <ButtonTo kind="quiet" to="/o/$organization/devices/$device" params={{ organization, device }}>
        {t('toDevice')}
      </ButtonTo>
    </Row>
  );
}
