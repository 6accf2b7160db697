import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './webhooks.module.css';

/** The secret of a webhook, this once. */
export function SecretShown({ name, secret, onKept }: { name: string; secret: string; onKept: () => void }) {
  const t = useTranslations('webhooks.secret');
  const part = useTranslations('webhooks.form')('part');
  return (
    <PageFrame title={t('title', { name })} part={part} width="reading">
      <Notice kind="warning">{t('shownOnce')}</Notice>
      <Card labelledBy="webhook-secret">
        <Stack>
          <h2 id="webhook-secret">{t('secret')}</h2>
          <pre className={styles['value']} translate="no">
            <code>{secret}</code>
          </pre>
          <Row print={false}>
            <CopyButton text={secret} label={t('copy')} kind="primary" />
          </Row>
        </Stack>
      </Card>
      <div>
        <Button kind="secondary" onClick={onKept}>
          {t('done')}
        </Button>
      </div>
    </PageFrame>
  );
}
