import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../../context/session.ts';
import { useSite, useSiteWords } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './second-factor.module.css';

/** Recovery codes, this once: to print or to copy, before somebody goes on. */
export function CodesShown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('second-factor.codes');
  const security = useTranslations('second-factor.security');
  const ui = useTranslations('ui');
  const { user } = useSession();
  const siteName = useSiteWords()(useSite().name);
  const [kept, setKept] = useState(false);
  const [missing, setMissing] = useState(false);

  function goOn(event: FormEvent): void {
    event.preventDefault();
    if (kept) onKept();
    else setMissing(true);
  }

  return (
    <>
      <Card labelledBy="recovery-codes">
        <Stack>
          <h2 id="recovery-codes">{t('shownTitle')}</h2>
          <Notice kind="warning">{t('shownOnce')}</Notice>
          <p>{t('text')}</p>
          <p className={styles['soft']}>
            {siteName} · {t('of', { loginId: user.loginId })}
          </p>
          <ol className={styles['codes']} aria-label={t('list')}>
            {codes.map((code) => (
              <li key={code}>
                <Code>{code}</Code>
              </li>
            ))}
          </ol>
          <Row print={false}>
            <CopyButton text={[`${siteName} ${user.loginId}`, ...codes].join('\n')} label={t('copy')} />
            <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
              {ui('print')}
            </Button>
          </Row>
        </Stack>
      </Card>
      <form onSubmit={goOn} noValidate data-print="no">
        <Stack>
          <CheckboxField
            id="codes-kept"
            label={t('kept')}
            fault={missing ? t('keptMissing') : undefined}
            checked={kept}
            onChange={(checked) => {
              setKept(checked);
              setMissing(false);
            }}
          />
          <div>
            <Button type="submit">{security('goOn')}</Button>
          </div>
        </Stack>
      </form>
    </>
  );
}
