import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useSite } from '../context/site.ts';
import { deviceQuery } from '../devices/requests.ts';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { NowList } from './now.tsx';
import { settingsQuery } from './requests.ts';
import { useLiveSettings } from './use-live-settings.ts';

type Props = { organization: string; device: string };

/** What is set on a device, where something can be set on its model. */
export function Part({ organization, device }: Props) {
  const models = useSite().capabilities['device-settings']?.models ?? [];
  const { data } = useQuery(deviceQuery(organization, device));
  if (!data || !models.includes(data.model)) return null;
  return <Shown organization={organization} device={device} />;
}

function Shown({ organization, device }: Props) {
  const t = useTranslations('device-settings.part');
  useLiveSettings(organization, device);
  const { data, error, refetch } = useQuery(settingsQuery(organization, device));
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Card labelledBy="device-settings">
      <Stack>
        <h2 id="device-settings">{t('title')}</h2>
        <NowList settings={data.settings} />
        <Row print={false}>
          <ButtonTo kind="secondary" to="/o/$organization/devices/$device/settings" params={{ organization, device }}>
            {t(data.mayChange ? 'toChange' : 'toPage')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
