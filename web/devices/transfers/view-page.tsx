import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { Contact } from '../../context/contact.tsx';
import { useDeadline, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Code } from '../../ui/code.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { ModelName } from '../model-name.tsx';
import { useNoun } from '../options.ts';
import { EndTransfer } from './end-transfer.tsx';
import { transferQuery, type Transfer } from './requests.ts';
import { TakeOver } from './take-over.tsx';

/** One hand-over: what it is, where it stands, and what this person can do in it (P-31). */
export function Page() {
  const t = useTranslations('transfers');
  const noun = useNoun();
  const { organization = '', transfer = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(transferQuery(organization, transfer));
  const back = (
    <div>
      <ButtonTo kind="quiet" icon="left" to="/o/$organization/transfers" params={{ organization }}>
        {t('view.toList')}
      </ButtonTo>
    </div>
  );
  if (error) {
    const gone = error instanceof ApiProblem && error.status === 404;
    return (
      <PageFrame title={gone ? t('gone.title') : t('part', noun)} width="reading">
        {gone ? <p>{t('gone.text')}</p> : <ErrorState problem={error} onRetry={() => void refetch()} />}
        {gone && <Contact />}
        {back}
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  return (
    <PageFrame title={t('view.title', { serial: data.serial })} part={t('part', noun)} width="reading">
      <Standing organization={organization} transfer={data} />
      <Facts transfer={data} />
      <Ways organization={organization} transfer={data} />
      {back}
    </PageFrame>
  );
}

type Props = { organization: string; transfer: Transfer };

/** Where it stands, in a sentence for this side. */
function Standing({ organization, transfer: { state, side, device, cause } }: Props) {
  const t = useTranslations('transfers.view');
  const noun = useNoun();
  if (state === 'accepted')
    return side === 'received' ? (
      <Notice kind="success" live>
        <Stack gap="small">
          <p>{t('taken', noun)}</p>
          <Row>
            <ButtonTo to="/o/$organization/devices/$device" params={{ organization, device }}>
              {t('toDevice', noun)}
            </ButtonTo>
          </Row>
        </Stack>
      </Notice>
    ) : (
      <Notice kind="success">{t('given', noun)}</Notice>
    );
  if (state === 'waiting' && side === 'received') return <Notice>{t('waitingReceiver', noun)}</Notice>;
  if (state === 'waiting' || (state === 'open' && cause === 'order' && side === 'given'))
    return (
      <Notice kind="warning">
        <p>{t('waitingOwner', noun)}</p>
        <Contact />
      </Notice>
    );
  if (state === 'open') return <Notice>{side === 'received' ? t('offered', noun) : t('waitsForThem')}</Notice>;
  return <Notice>{t('notDone')}</Notice>;
}

type FactKey =
  | 'serial'
  | 'model'
  | 'from'
  | 'to'
  | 'state'
  | 'begunAt'
  | 'opensAt'
  | 'expiresAt'
  | 'endedAt'
  | 'reason';

function Facts({ transfer }: { transfer: Transfer }) {
  const t = useTranslations('transfers');
  const instant = useInstant();
  const deadline = useDeadline();
  const { serial, model, from, to, state, begunAt, opensAt, expiresAt, endedAt, reason, cause } = transfer;
  const entry = (key: FactKey, value: React.ReactNode) => ({ name: t(`facts.${key}`), value });
  return (
    <Card labelledBy="transfer-facts">
      <Stack>
        <h2 id="transfer-facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            entry('serial', <Code>{serial}</Code>),
            entry('model', <ModelName model={model} />),
            entry('from', from ?? t('desk')),
            entry('to', to ?? t('notTold')),
            entry('state', t(`states.${state}`)),
            entry('begunAt', instant(begunAt)),
            ...(cause === 'order' ? [entry('opensAt', instant(opensAt))] : []),
            entry('expiresAt', deadline(expiresAt)),
            ...(endedAt ? [entry('endedAt', instant(endedAt))] : []),
            ...(reason ? [entry('reason', reason)] : []),
          ]}
        />
      </Stack>
    </Card>
  );
}

/** What can be done by whom: the receiver takes over or declines, who offered withdraws, an operator stops it. */
function Ways({ organization, transfer }: Props) {
  const t = useTranslations('transfers.view');
  const noun = useNoun();
  const { permissions } = useSession();
  const { side, state, cause } = transfer;
  const open = state === 'open';
  if (!open && state !== 'waiting') return null;
  const mayAct = permissions.includes('devices:transfer');
  if (side === 'received' && !mayAct) return <p>{t('mayNot', noun)}</p>;
  if (side === 'received' && open) return <TakeOver organization={organization} transfer={transfer} />;
  if (permissions.includes('devices:manage'))
    return <EndTransfer organization={organization} transfer={transfer} how="cancel" />;
  if (side === 'received') return <EndTransfer organization={organization} transfer={transfer} how="decline" />;
  if (side === 'given' && mayAct && cause === 'offer')
    return <EndTransfer organization={organization} transfer={transfer} how="withdraw" />;
  return null;
}
