import { useTranslations } from 'use-intl';
import { basePath } from '../../context/address.ts';
import { useDeadline } from '../../context/dates.ts';
import { useSite, useSiteWords } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

type Props = { loginId: string; password: string; expiresAt: string | null };

/** What is handed over with an initial password, this once: to note, to copy or to print. */
export function Handout({ loginId, password, expiresAt }: Props) {
  const t = useTranslations('new-accounts.handout');
  const ui = useTranslations('ui');
  const instant = useDeadline();
  const siteName = useSiteWords()(useSite().name);
  const address = `${location.origin}${basePath.replace(/\/$/, '')}/login`;
  const lines = [
    { name: t('address'), text: address },
    { name: t('loginId'), text: loginId },
    { name: t('password'), text: password },
    ...(expiresAt ? [{ name: t('until'), text: instant(expiresAt) }] : []),
  ];
  return (
    <Card labelledBy="handout">
      <Stack>
        <h2 id="handout">
          {t('title')} – {siteName}
        </h2>
        <div data-print="no">
          <Notice kind="warning">{t('once')}</Notice>
        </div>
        <SummaryList
          entries={lines.map(({ name, text }) => ({
            name,
            value: text === password ? <Code large>{text}</Code> : <span translate="no">{text}</span>,
          }))}
        />
        <p>{t('note')}</p>
        <Row print={false}>
          <CopyButton
            text={[siteName, ...lines.map(({ name, text }) => `${name}: ${text}`)].join('\n')}
            label={t('copy')}
          />
          <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
            {ui('print')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
