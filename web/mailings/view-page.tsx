import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSiteWords } from '../context/site.ts';
import { Card, Row, Small, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Prose } from '../ui/prose.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { InBoth } from './letters.tsx';
import styles from './mailings.module.css';
import { mailingQuery, type Mailing } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

/** One mailing: what became of it, and what was sent (P-05). */
export function Page() {
  const t = useTranslations('mailings');
  const words = useSiteWords();
  const { organization = '', mailing = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const { data: shown } = useSuspenseQuery(mailingQuery(organization, mailing));
  const { permissions } = useSession();
  return (
    <PageFrame title={words(shown.title)} part={t('view.title')}>
      {done === 'sent' && (
        <Notice kind="success" live>
          {t('check.sent')}
        </Notice>
      )}
      <Facts shown={shown} />
      <section aria-labelledby="words">
        <Stack>
          <h2 id="words">{t('view.words')}</h2>
          <InBoth>
            {(language) => (
              <>
                <p className={styles['subject']} lang={language}>
                  {shown.title[language]}
                </p>
                <Prose html={shown.html[language]} language={language} />
              </>
            )}
          </InBoth>
        </Stack>
      </section>
      <Row print={false}>
        {shown.failed > 0 && permissions.includes('accounts:read') && (
          <ButtonTo kind="secondary" to="/o/$organization/failed-mails" params={{ organization }}>
            {t('view.failedMails')}
          </ButtonTo>
        )}
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/mailings" params={{ organization }}>
          {t('view.back')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

function Facts({ shown }: { shown: Mailing }) {
  const t = useTranslations('mailings');
  const instant = useInstant();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const names = shown.organizations.map(({ name }) => name || t('view.erased'));
  const counts = ['receivers', 'waiting', 'sent', 'failed'] as const;
  return (
    <Card labelledBy="facts">
      <Stack gap="small">
        <h2 id="facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            { name: t('view.state'), value: <StateBadge state={shown.state} /> },
            { name: t('view.kind'), value: t(`kinds.${shown.kind}`) },
            { name: t('view.to'), value: shown.toAll ? t('aims.all') : list.format(names) },
            { name: t('view.createdAt'), value: instant(shown.createdAt) },
            { name: t('view.by'), value: shown.by },
            ...counts.map((key) => ({ name: t(`view.${key}`), value: String(shown[key]) })),
            {
              name: t('view.dropped'),
              value: (
                <>
                  {shown.dropped}
                  {shown.dropped > 0 && <Small>{t('view.droppedHint')}</Small>}
                </>
              ),
            },
            { name: t('view.withdrawn'), value: String(shown.withdrawn) },
          ]}
        />
      </Stack>
    </Card>
  );
}
