import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { checkSession, startDownload } from '../../exports/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Everything that is kept of the person, to take along (P-27). */
export function OwnCopy() {
  const t = useTranslations('account-data.view');
  const [started, setStarted] = useState(false);
  const { busy, problem, run } = useAction();
  async function begin(): Promise<void> {
    await checkSession();
    startDownload(`/api/${siteId}/account/copy`);
    setStarted(true);
  }
  return (
    <Card labelledBy="account-copy">
      <Stack>
        <h2 id="account-copy">{t('copy')}</h2>
        <p>{t('copyText')}</p>
        <ErrorState problem={problem} />
        <Row>
          <Button kind="secondary" icon="download" busy={busy} onClick={() => void run(begin)}>
            {t('copyAction')}
          </Button>
        </Row>
        {started && (
          <Notice kind="success" live>
            {t('copyStarted')}
          </Notice>
        )}
      </Stack>
    </Card>
  );
}
