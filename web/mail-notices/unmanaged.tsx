import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import { ButtonTo } from '../context/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { Row, Stack } from '../ui/layout.tsx';

/** How many devices have nobody who is told of their toner, while there are any (C-11). */
export function Unmanaged({ organization }: { organization: string }) {
  const t = useTranslations('mail-notices.own');
  const params = { path: { site: siteId, organization }, query: { manager: 'none' as const } };
  const { data } = useQuery({
    queryKey: ['toner', siteId, organization, 'unmanaged'],
    queryFn: () => answer(api.GET('/api/{site}/organizations/{organization}/toner', { params })),
  });
  if (!data || data.withoutManager === 0) return null;
  return (
    <Notice kind="warning">
      <Stack gap="small">
        <p>{t('unmanaged', { count: data.withoutManager })}</p>
        <Row print={false}>
          <ButtonTo kind="secondary" to="/o/$organization/toner" params={{ organization }} search={{ manager: 'none' }}>
            {t('toUnmanaged')}
          </ButtonTo>
        </Row>
      </Stack>
    </Notice>
  );
}
