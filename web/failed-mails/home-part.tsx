import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { failedMailsKey, listFailedMails, type FailedMailQuery } from './requests.ts';

const wish: FailedMailQuery = { state: 'given-up', page: 1, pageSize: 10 };

/** Mails that were given up, where there are any (P-38). */
export function Part({ organization }: { organization: string }) {
  const t = useTranslations('failed-mails.home');
  const { data } = useQuery({
    queryKey: [...failedMailsKey, organization, wish],
    queryFn: () => listFailedMails(organization, wish),
  });
  if (!data || data.total === 0) return null;
  return (
    <Card labelledBy="home-failed-mails">
      <Stack>
        <h2 id="home-failed-mails">{t('title', { count: data.total })}</h2>
        <p>{t('text')}</p>
        <Row print={false}>
          <ButtonTo
            kind="secondary"
            icon="mail"
            to="/o/$organization/failed-mails"
            params={{ organization }}
            search={{ state: 'given-up' }}
          >
            {t('open')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
