import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { LinkList } from './requests.ts';

/** What a dealer tells its customers so that they can link it. */
export function OwnPair({ pair }: { pair: NonNullable<LinkList['ownPair']> }) {
  const t = useTranslations('maintenance-links.pair');
  return (
    <Card labelledBy="own-pair">
      <Stack>
        <h2 id="own-pair">{t('title')}</h2>
        <p>{t('text')}</p>
        <SummaryList
          entries={[
            { name: t('dealer'), value: <Copied text={pair.dealer} what={t('dealer')} /> },
            {
              name: t('phone'),
              value: pair.phone === null ? t('noPhone') : <Copied text={pair.phone} what={t('phone')} />,
            },
          ]}
        />
        {pair.phone === null && (
          <Row print={false}>
            <ButtonTo kind="secondary" to="/account">
              {t('toAccount')}
            </ButtonTo>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function Copied({ text, what }: { text: string; what: string }) {
  const t = useTranslations('ui');
  return (
    <Row>
      <span translate="no">{text}</span>
      <CopyButton text={text} name={`${t('copy')}: ${what}`} kind="quiet" />
    </Row>
  );
}
