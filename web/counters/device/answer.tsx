import { useTranslations } from 'use-intl';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { Button } from '../../ui/button.tsx';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { Row, Stack } from '../../ui/layout.tsx';
import type { Asked } from '../question/asked.ts';
import type { Beginning, OfDevice } from '../requests.ts';
import { ChosenSizes } from '../table/chosen-sizes.tsx';
import { useCounted } from '../table/counted.ts';
import { MarksLegend } from '../table/marks-legend.tsx';
import { Remarks } from '../table/remarks.tsx';
import { gapsIn, marksOf } from '../table/said.ts';
import { Graph } from '../graph/graph.tsx';
import { readerOf } from '../table/parts.ts';
import { usePeriodWords } from '../use-period-words.ts';
import { viewOf, type TabAnswer } from './rows.ts';
import { DeviceTable } from './table.tsx';
import { Warnings } from './warnings.tsx';

type Props = {
  organization: string;
  beginning: Beginning;
  asked: Asked;
  device: OfDevice;
  tab: TabAnswer;
  sizes: readonly PaperSize[];
  list: ListState;
  setList: (state: ListState) => void;
  busy: boolean;
  refresh: () => void;
};

/** One tab: its table, its graph and all that is to be known of them. */
export function DeviceAnswer(props: Props) {
  const { organization, beginning, asked, device, tab, sizes, busy, refresh } = props;
  const t = useTranslations('counters');
  const own = useTranslations('device-counters');
  const say = useTranslations('ui');
  const { unitOf, tabs } = useCounted();
  const unit = unitOf(device.model);
  const countsLess = device.tabs.length < tabs.length;
  const { short, long } = usePeriodWords();
  const view = viewOf(tab, sizes);
  const [newest = '', oldest = ''] = [view.rows[0]?.period, view.rows.at(-1)?.period];
  const rows = view.rows.map(({ cells }) => ({
    figures: [...cells.values()],
    adjustments: [...cells.values()].flatMap(({ adjustments }) => adjustments).filter(({ value }) => value !== null),
  }));
  const marks = marksOf(rows, null);
  const { by, from, to, kind } = asked;
  const paperFrom =
    tab.tab === 'paper' && by === 'day' && from < beginning.firstPaperDay ? beginning.firstPaperDay : null;
  return (
    <Stack gap="medium">
      <Row justify="between">
        <div>
          <h2>{t(`tabs.${tab.tab}`)}</h2>
          {unit && <p>{unit}</p>}
          {tab.columns.includes('duplex') && <p>{own('sheets', { name: t('places.duplex') })}</p>}
          {tab.tab === 'paper' && <ChosenSizes organization={organization} sizes={sizes} />}
        </div>
        <Row print={false}>
          <Button kind="quiet" compact icon="refresh" busy={busy} onClick={refresh}>
            {say('table.refresh')}
          </Button>
          <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
            {say('print')}
          </Button>
          <ExportButton
            organization={organization}
            kind="counters"
            conditions={{ by, from, to, kind, tab: tab.tab, device: device.device }}
          />
        </Row>
      </Row>
      <DeviceTable {...props} view={view} />
      <MarksLegend shown={marks} />
      <section aria-labelledby="counter-graph">
        <Stack gap="small">
          <h3 id="counter-graph">{own('graph.title')}</h3>
          <Graph
            name={device.name}
            when={own('graph.span', { from: long(oldest), to: long(newest) })}
            tab={tab.tab}
            kind={device.kind}
            reader={readerOf(tab.columns, sizes)}
            rows={view.rows.map(({ period, counts }) => ({ key: period, label: short(period), counts })).toReversed()}
            figureOf={(part) =>
              (view.total ? view.total.get(part)?.value : view.rows[0]?.cells.get(part)?.value) ?? null
            }
          />
        </Stack>
      </section>
      <Remarks
        asOf={device.asOf}
        timeZone={device.timeZone}
        gaps={gapsIn(rows, marks)}
        models={countsLess}
        paperFrom={paperFrom}
      />
      <Warnings warnings={device.warnings} />
    </Stack>
  );
}
