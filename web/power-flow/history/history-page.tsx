import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Span } from '../../../domain/power-flow/span.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useLive } from '../../context/live/use-live.ts';
import { deviceQuery } from '../../devices/requests.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { historyQuery, type History } from '../requests.ts';
import { comparedWith, useWish } from './search.ts';
import { SpanForm } from './span-form.tsx';
import { SpanView } from './span-view.tsx';

/** What flowed at a device in a day, month or year, beside another if wished (E-07). */
export function Page() {
  const t = useTranslations('power-flow');
  const { organization = '', device = '' } = useParams({ strict: false });
  const { wish, change } = useWish();
  const span: Partial<Span> = { kind: wish.kind, ...(wish.at !== null && { at: wish.at }) };
  const { data, error, refetch } = useQuery({
    ...historyQuery(organization, device, span),
    placeholderData: keepPreviousData,
  });
  const { data: shown } = useQuery(deviceQuery(organization, device));
  const { state } = useLive(organization, `power-flow/${device}`);
  const part = shown?.serial;
  if (state === 'ended' && data)
    return (
      <PageFrame title={t('past.title')} width="reading">
        <Notice kind="warning" live>
          {t('connection.gone')}
        </Notice>
      </PageFrame>
    );
  if (!data)
    return error ? (
      <PageFrame title={t('past.title')} part={part} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    ) : (
      <Loading />
    );
  const other = comparedWith(data.span, wish.compare);
  const conditions = { device, kind: data.span.kind, at: data.span.at };
  return (
    <PageFrame
      title={t('past.title')}
      part={part}
      actions={<ExportButton organization={organization} kind="power-flow" conditions={conditions} />}
    >
      <Card>
        <SpanForm
          key={`${data.span.kind} ${data.span.at}`}
          span={data.span}
          compare={wish.compare}
          today={data.today}
          change={change}
        />
      </Card>
      <Shown data={data} />
      {other && <Compared organization={organization} device={device} span={other} />}
      <Row>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/devices/$device" params={{ organization, device }}>
          {t('back')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

function Shown({ data }: { data: History }) {
  const { at } = data.span;
  return (
    <Card labelledBy={`span-${at}`}>
      <Stack gap="small">
        <h2 id={`span-${at}`}>{at}</h2>
        <SpanView data={data} />
      </Stack>
    </Card>
  );
}

function Compared({ organization, device, span }: { organization: string; device: string; span: Span }) {
  const t = useTranslations('power-flow.past');
  const { data, error, refetch } = useQuery(historyQuery(organization, device, span));
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Card labelledBy="compared">
      <Stack gap="small">
        <h2 id="compared">{t('compared', { at: span.at })}</h2>
        <SpanView data={data} />
      </Stack>
    </Card>
  );
}
