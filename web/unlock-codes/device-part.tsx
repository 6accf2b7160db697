import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { deviceQuery } from '../devices/requests.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Notations } from './notations.tsx';

/** The code of a device in both notations, where its model has one. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('unlock-codes');
  const { data, error, isPending, refetch } = useQuery(deviceQuery(organization, device));
  if (isPending) return <Loading />;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const { code, codeBinary } = data.contributed;
  if (!code) return null;
  return (
    <Card labelledBy="unlock-code">
      <Stack gap="small">
        <h2 id="unlock-code">{t('title')}</h2>
        <p>{t(codeBinary ? 'lead' : 'leadOne')}</p>
        <Notations code={code} codeBinary={codeBinary ?? null} />
        <Row print={false}>
          <CopyButton text={code} label={t('copy')} />
          <ButtonTo
            kind="secondary"
            compact
            icon="print"
            to="/o/$organization/devices/$device/certificate"
            params={{ organization, device }}
          >
            {t('certificate')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
