import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useSession } from '../context/session.ts';
import { useNoun } from '../devices/options.ts';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { OwnPair } from './own-pair.tsx';
import { ownPairQuery } from './requests.ts';

/** To a dealer that sees no device: which link is missing, and what a customer needs to make it (P-33). */
export function Part({ organization }: { organization: string }) {
  const t = useTranslations('maintenance-links.nothingLinked');
  const noun = useNoun();
  const isDealer = useSession().organization.kind === 'dealer';
  const { data: pair } = useQuery({ ...ownPairQuery(organization), enabled: isDealer });
  if (!isDealer) return null;
  return (
    <Stack>
      <Notice title={t('title', noun)}>
        <Stack gap="small">
          <p>{t('text', noun)}</p>
          <Row print={false}>
            <ButtonTo kind="secondary" to="/o/$organization/maintenance-links" params={{ organization }}>
              {t('toLinks')}
            </ButtonTo>
          </Row>
        </Stack>
      </Notice>
      {pair && <OwnPair pair={pair} />}
    </Stack>
  );
}
