import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { useSentence } from '../context/event-words.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Card, Small, Stack } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Actions } from './actions.tsx';
import { Deliveries } from './deliveries.tsx';
import { webhookQuery, type WebhookRow } from './requests.ts';
import { SecretShown } from './secret-shown.tsx';
import { StateBadge } from './state-badge.tsx';
import styles from './webhooks.module.css';

/** One webhook (P-24): how it stands with it, what can be done, and what was sent. */
export function Page() {
  const t = useTranslations('webhooks.view');
  const { organization = '', webhook = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(webhookQuery(organization, webhook));
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) return <SecretShown name={shown.name} secret={secret} onKept={() => setSecret(null)} />;
  return (
    <PageFrame title={shown.name} part={t('part')} lead={t('lead')} width="reading">
      <Facts shown={shown} />
      <Actions organization={organization} shown={shown} onSecret={setSecret} />
      <Deliveries
        organization={organization}
        webhook={webhook}
        isOn={shown.state === 'on' || shown.state === 'failing'}
      />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/webhooks" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

/** What happened, with the name that stands in the messages. */
function Kinds({ kinds }: Pick<WebhookRow, 'kinds'>) {
  const sentence = useSentence();
  return (
    <ul className={styles['list']}>
      {kinds.map((kind) => (
        <li key={kind}>
          {sentence(kind)}
          <Small>
            <span translate="no">{kind}</span>
          </Small>
        </li>
      ))}
    </ul>
  );
}

function Facts({ shown }: { shown: WebhookRow }) {
  const t = useTranslations('webhooks');
  const instant = useInstant();
  const { state, url, kinds, maker, createdAt, failingSince, formerUntil } = shown;
  return (
    <Card labelledBy="webhook-facts">
      <Stack>
        <h2 id="webhook-facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            { name: t('list.state'), value: <StateBadge state={state} /> },
            ...(failingSince ? [{ name: t('view.failingSince'), value: instant(failingSince) }] : []),
            {
              name: t('list.url'),
              value: (
                <span className={styles['wrap']} translate="no">
                  {url}
                </span>
              ),
            },
            { name: t('view.kinds'), value: <Kinds kinds={kinds} /> },
            { name: t('view.maker'), value: maker },
            { name: t('list.createdAt'), value: instant(createdAt) },
            ...(formerUntil ? [{ name: t('view.formerUntil'), value: instant(formerUntil) }] : []),
          ]}
        />
      </Stack>
    </Card>
  );
}
