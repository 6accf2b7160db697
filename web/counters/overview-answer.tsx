import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ExportButton } from '../exports/export-button.tsx';
import { Button } from '../ui/button.tsx';
import type { ListState } from '../ui/data-table/list-state.ts';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { EmptyState } from '../ui/states.tsx';
import { queryOf, type Asked } from './question/asked.ts';
import type { Beginning, Overview } from './requests.ts';
import { MarksLegend, type SaidMark } from './table/marks-legend.tsx';
import { OverviewTable } from './table/overview-table.tsx';
import { Remarks } from './table/remarks.tsx';
import { gapsIn, marksOf } from './table/said.ts';

type Props = {
  organization: string;
  beginning: Beginning;
  asked: Asked;
  query: { data: Overview | undefined; isFetching: boolean; refetch: () => unknown };
  list: ListState;
  setList: (state: ListState) => void;
  /** Says once, after the answer was asked for on this page, that the focus goes to it. */
  takesFocus: () => boolean;
};

/** The answer with all that is to be known of it (C-05, C-14). */
export function OverviewAnswer({ organization, beginning, asked, query, list, setList, takesFocus }: Props) {
  const t = useTranslations('counters');
  const say = useTranslations('ui');
  const { data, isFetching, refetch } = query;
  const title = useRef<HTMLHeadingElement>(null);
  const moment = isFetching ? null : data?.asOf;
  useEffect(() => {
    if (moment && takesFocus()) title.current?.focus();
  }, [moment, takesFocus]);
  if (!data) return null;
  const totals = { ...data, totalCapped: false, found: data.items.length };
  const marks: ReadonlySet<SaidMark> = marksOf(data.items, data.totals);
  return (
    <section aria-labelledby="answer">
      <Stack gap="small">
        <h2 id="answer" ref={title} tabIndex={-1}>
          {t('answer.title')}
        </h2>
        <Row justify="between">
          <ShownNote totals={totals} />
          <Row print={false}>
            <Button kind="quiet" compact icon="refresh" busy={isFetching} onClick={() => void refetch()}>
              {say('table.refresh')}
            </Button>
            <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
              {say('print')}
            </Button>
            {data.total > 0 && <ExportButton organization={organization} kind="counters" conditions={queryOf(asked)} />}
          </Row>
        </Row>
        {data.total === 0 ? (
          <EmptyState title={t('answer.emptyTitle')}>{t('answer.empty')}</EmptyState>
        ) : (
          <>
            <OverviewTable
              organization={organization}
              beginning={beginning}
              asked={asked}
              data={data}
              list={list}
              setList={setList}
              busy={isFetching}
            />
            <Pager totals={totals} state={list} onChange={setList} />
            <MarksLegend shown={marks} />
          </>
        )}
        <Remarks asOf={data.asOf} timeZone={data.timeZone} gaps={gapsIn(data.items, marks)} />
      </Stack>
    </section>
  );
}
