import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/states.tsx';
import { FlowTable } from './picture/flow-table.tsx';
import { Picture } from './picture/picture.tsx';
import { usePicture, type Picture as Shown } from './use-picture.ts';

type Props = { organization: string; device: string };

/** What flows at a device now, drawn anew with each report; nothing for models that measure no flows. */
export function Part({ organization, device }: Props) {
  const t = useTranslations('power-flow');
  const { data, state, stale } = usePicture(organization, device);
  if (!data) return state === 'ended' ? null : <Loading />;
  const still = stale || data.at === null;
  return (
    <Card labelledBy="power-flow">
      <Stack gap="small">
        <h2 id="power-flow">{t('title')}</h2>
        {state === 'waiting' && <Notice kind="warning">{t('connection.waiting')}</Notice>}
        <State data={data} stale={stale} />
        <p>{t('lead')}</p>
        <Picture data={data} still={still} />
        <FlowTable data={data} still={still} />
        <Row print={false}>
          <ButtonTo
            kind="secondary"
            compact
            icon="report"
            to="/o/$organization/devices/$device/power-flow"
            params={{ organization, device }}
          >
            {t('history')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}

/** How it is, in words, and since when nothing was heard. */
function State({ data, stale }: { data: Shown; stale: boolean }) {
  const t = useTranslations('power-flow.state');
  const instant = useInstant();
  const severities = ['unknown', 'warning', 'error', 'service-call'] as const;
  const { at, trouble, ended } = data;
  if (at === null) return <Notice kind="info">{t('never')}</Notice>;
  const severity = severities.find((one) => one === trouble?.severity) ?? 'unknown';
  return (
    <div role="status">
      <Stack gap="small">
        {ended && <Notice kind="info">{t('ended')}</Notice>}
        {trouble && (
          <Notice kind="warning">{t('trouble', { count: trouble.count, severity: t(`severity.${severity}`) })}</Notice>
        )}
        {stale ? (
          <Notice kind="warning">{t('silent', { time: instant(at) })}</Notice>
        ) : (
          <p>
            {!trouble && !ended && <strong>{t('working')} </strong>}
            {t('reported', { time: instant(at) })}
          </p>
        )}
      </Stack>
    </div>
  );
}
