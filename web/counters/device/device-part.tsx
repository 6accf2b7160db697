import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { firstAsked } from '../question/use-question-form.ts';
import { beginningQuery, ofDeviceQuery, type Beginning } from '../requests.ts';
import { useCounted } from '../table/counted.ts';
import { Figure } from '../table/figure.tsx';
import { usePeriodWords } from '../use-period-words.ts';

type Props = { organization: string; device: string };

/** What a device counted in the last months, on its page, and the way to all of it; nothing for models that count nothing. */
export function Part({ organization, device }: Props) {
  const { data: beginning, error, refetch } = useQuery(beginningQuery(organization));
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return beginning ? <Months organization={organization} device={device} beginning={beginning} /> : <Loading />;
}

function Months({ organization, device, beginning }: Props & { beginning: Beginning }) {
  const t = useTranslations('device-counters');
  const { placesOf, unitAlone } = useCounted();
  const { long } = usePeriodWords();
  const { data, error, refetch } = useQuery(ofDeviceQuery(organization, device, firstAsked(beginning)));
  // It went to somebody else, who alone sees what it counts from then on.
  if (error instanceof ApiProblem && error.code === 'platform/not-found') return null;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const tab = data.tabs[0];
  if (!tab || placesOf(data.model).size === 0) return null;
  const at = tab.columns.indexOf('total');
  const unit = unitAlone(data.model);
  return (
    <Card labelledBy="device-counters">
      <Stack gap="small">
        <h2 id="device-counters">{t('device.title')}</h2>
        {unit && <p>{unit}</p>}
        <SummaryList
          entries={tab.rows.map(({ period, figures }) => ({
            name: long(period),
            value: <Figure value={figures[at]?.value ?? null} marks={figures[at]?.marks ?? []} />,
          }))}
        />
        <Row print={false}>
          <ButtonTo
            kind="secondary"
            compact
            icon="report"
            to="/o/$organization/counters/devices/$device"
            params={{ organization, device }}
          >
            {t('device.all')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
