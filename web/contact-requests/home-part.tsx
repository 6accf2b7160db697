import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { contactRequestsKey, listForDesk, type DeskQuery } from './requests.ts';

const waiting: DeskQuery = { state: 'open', page: 1, pageSize: 10 };

/** Requests that wait for an answer; nothing while there are none (P-38). */
export function Part({ organization }: { organization: string }) {
  const t = useTranslations('contact-requests.home');
  const { data } = useQuery({
    queryKey: [...contactRequestsKey, organization, 'desk-list', waiting],
    queryFn: () => listForDesk(organization, waiting),
  });
  if (!data || data.total === 0) return null;
  return (
    <Card labelledBy="home-requests">
      <Stack>
        <h2 id="home-requests">{t('title')}</h2>
        <p>{t('text', { count: data.total })}</p>
        <Row print={false}>
          <ButtonTo
            kind="secondary"
            to="/o/$organization/contact-desk"
            params={{ organization }}
            search={{ state: 'open' }}
          >
            {t('open')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
