import { useTranslations } from 'use-intl';
import { siteId } from '../context/address.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './api-keys.module.css';

/** A new key, this once, with a command that tries it. */
export function Made({ organization, name, token }: { organization: string; name: string; token: string }) {
  const t = useTranslations('api-keys.make');
  const command = `curl -H 'Authorization: Bearer ${token}' ${location.origin}/api/${siteId}/api-key`;
  return (
    <PageFrame title={t('madeTitle', { name })} part={t('part')} width="reading">
      <Notice kind="warning">{t('shownOnce')}</Notice>
      <Card labelledBy="new-api-key">
        <Stack>
          <h2 id="new-api-key">{t('key')}</h2>
          <pre className={styles['command']} translate="no">
            <code>{token}</code>
          </pre>
          <Row print={false}>
            <CopyButton text={token} label={t('copy')} kind="primary" />
          </Row>
        </Stack>
      </Card>
      <Card labelledBy="try-api-key">
        <Stack>
          <h2 id="try-api-key">{t('try')}</h2>
          <p>{t('tryHelp')}</p>
          <pre className={styles['command']} translate="no">
            {command}
          </pre>
          <Row print={false}>
            <CopyButton text={command} label={t('copyCommand')} />
          </Row>
        </Stack>
      </Card>
      <div>
        <ButtonTo kind="secondary" to="/o/$organization/api-keys" params={{ organization }}>
          {t('done')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
