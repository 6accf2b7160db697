import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeNews, newsQuery } from './requests.ts';

/** Whether I want news by mail (P-05), on every site: the form of some asks for it, of others not. */
export function Part() {
  const t = useTranslations('mailings');
  const instant = useInstant();
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(newsQuery);
  const { busy, problem, run } = useAction();
  const [changed, setChanged] = useState(false);
  const change = (news: boolean) =>
    void run(async () => {
      client.setQueryData(newsQuery.queryKey, await changeNews(news));
      setChanged(true);
      // The same answer stands among the data of the account where the site's form asks for it.
      await client.invalidateQueries({ queryKey: ['account'] });
    });
  return (
    <Card labelledBy="news">
      <Stack>
        <h2 id="news">{t('account.title')}</h2>
        <p>{t('account.text')}</p>
        {isPending && <Loading />}
        <ErrorState problem={problem ?? error} onRetry={() => void refetch()} />
        {data && (
          <>
            <p>
              <strong>{t(data.news ? 'account.yes' : 'account.no')}</strong>{' '}
              {data.since && data.way && t('account.since', { since: instant(data.since), way: t(`ways.${data.way}`) })}
            </p>
            {changed && (
              <Notice kind="success" live>
                {t(data.news ? 'account.agreed' : 'account.withdrawn')}
              </Notice>
            )}
            <Row print={false}>
              <Button kind="secondary" busy={busy} onClick={() => change(!data.news)}>
                {t(data.news ? 'account.withdraw' : 'account.agree')}
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Card>
  );
}
