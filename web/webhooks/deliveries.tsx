import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { Button } from '../ui/button.tsx';
import { useSentence } from '../context/event-words.ts';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import { Card, Row, Small, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswerText } from './answer-text.ts';
import { deliveriesQuery, sendAnew, webhooksKey, type DeliveryRow } from './requests.ts';

/** What was sent to a webhook, what its receiver answered, and the button that sends one anew. */
export function Deliveries({ organization, webhook, isOn }: { organization: string; webhook: string; isOn: boolean }) {
  const t = useTranslations('webhooks.deliveries');
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery(deliveriesQuery(organization, webhook, page));
  const { problem, run } = useAction();
  const [sent, setSent] = useState(false);
  const columns = useColumns(isOn, (event) => {
    void run(async () => {
      await sendAnew(organization, webhook, event);
      setSent(true);
      await client.invalidateQueries({ queryKey: webhooksKey });
    });
  });
  return (
    <Card labelledBy="webhook-deliveries">
      <Stack>
        <Row justify="between">
          <h2 id="webhook-deliveries">{t('title')}</h2>
          <Button kind="quiet" compact icon="refresh" onClick={() => void refetch()}>
            {t('reload')}
          </Button>
        </Row>
        <p>{data?.total === 0 ? t('none') : t('help')}</p>
        <ErrorState problem={problem ?? error} />
        {sent && (
          <Notice kind="success" live>
            {t('done')}
          </Notice>
        )}
        {!data && !error && <Loading />}
        {data && data.total > 0 && (
          <DataTable name={t('title')} rows={data.items} rowKey={(row) => row.event} columns={columns} stack />
        )}
        {data && (
          <Row print={false}>
            {page > 1 && (
              <Button kind="secondary" compact icon="left" onClick={() => setPage(page - 1)}>
                {t('newer')}
              </Button>
            )}
            {page * data.pageSize < data.total && (
              <Button kind="secondary" compact icon="right" onClick={() => setPage(page + 1)}>
                {t('older')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function useColumns(isOn: boolean, onAgain: (event: string) => void): Column<DeliveryRow>[] {
  const t = useTranslations('webhooks.deliveries');
  const instant = useInstant();
  const answerText = useAnswerText();
  const sentence = useSentence();
  return [
    {
      key: 'type',
      title: t('event'),
      cell: (row) => (
        <>
          {sentence(row.type)}
          <Small>
            <span translate="no">{row.type}</span>
          </Small>
        </>
      ),
    },
    { key: 'at', title: t('at'), nowrap: true, cell: (row) => instant(row.at) },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => (
        <>
          {t(`states.${row.state}`)}
          {row.nextTryAt && row.tries > 0 && <Small>{t('nextTry', { at: instant(row.nextTryAt) })}</Small>}
        </>
      ),
    },
    { key: 'tries', title: t('tries'), numeric: true, cell: (row) => row.tries },
    {
      key: 'answer',
      title: t('answer'),
      cell: ({ attempts: [last] }) =>
        last ? (
          <>
            {answerText(last)}
            {last.answer && <Small>{last.answer.slice(0, 80)}</Small>}
          </>
        ) : (
          '-'
        ),
    },
    {
      key: 'again',
      title: t('again'),
      cell: (row) =>
        isOn && row.state !== 'due' ? (
          <Button
            kind="secondary"
            compact
            aria-label={t('againName', { type: row.type, at: instant(row.at) })}
            onClick={() => onAgain(row.event)}
          >
            {t('again')}
          </Button>
        ) : (
          '-'
        ),
    },
  ];
}
