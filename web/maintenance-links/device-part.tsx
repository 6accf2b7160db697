import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useSession } from '../context/session.ts';
import { useNoun } from '../devices/options.ts';
import { deviceQuery } from '../devices/requests.ts';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { runningLinksQuery } from './requests.ts';

/** Which dealers look after a device of one's own; of somebody else's nothing is told here. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('maintenance-links');
  const noun = useNoun();
  const { permissions } = useSession();
  const { data: shown } = useQuery(deviceQuery(organization, device));
  const isOwn = shown?.organization.id === organization;
  const { data: links, error, refetch } = useQuery({ ...runningLinksQuery(organization), enabled: isOwn });
  if (!shown || !isOwn || shown.endedOn !== null) return null;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!links) return null;
  const mine = links.items.filter(
    ({ side, allDevices, devices }) =>
      side === 'customer' && (allDevices || devices.some(({ id, linked }) => linked && id === device)),
  );
  return (
    <Card labelledBy="linked-dealers">
      <Stack>
        <h2 id="linked-dealers">{t('device.title')}</h2>
        {mine.length === 0 && <p>{t('device.none', noun)}</p>}
        {mine.map(({ id, other, configure }) => (
          <p key={id}>
            <Link to="/o/$organization/maintenance-links/$link" params={{ organization, link: id }}>
              {t('device.row', { name: other.name, rights: t(configure ? 'configure' : 'see') })}
            </Link>
          </p>
        ))}
        {permissions.includes('maintenance-links:manage') && (
          <Row print={false}>
            <ButtonTo
              kind="secondary"
              to="/o/$organization/maintenance-links/new"
              params={{ organization }}
              search={{ device }}
            >
              {t('device.begin')}
            </ButtonTo>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
