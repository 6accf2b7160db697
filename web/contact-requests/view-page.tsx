import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Code } from '../ui/code.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { ownQuery } from './requests.ts';
import { Said } from './said.tsx';
import { StateBadge } from './state-badge.tsx';

/** What somebody asked, and what was answered (P-06). */
export function Page() {
  const t = useTranslations('contact-requests');
  const instant = useInstant();
  const { organization = '', request = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const { data: shown } = useSuspenseQuery(ownQuery(organization, request));
  return (
    <PageFrame
      title={t('view.title', { at: instant(shown.createdAt) })}
      part={t('view.part')}
      lead={t('view.lead')}
      width="reading"
    >
      {done === 'sent' && shown.state === 'open' && (
        <Notice kind="success" live>
          {t('view.sent')}
        </Notice>
      )}
      <Card labelledBy="request-facts">
        <Stack gap="small">
          <h2 id="request-facts">{t('view.facts')}</h2>
          <SummaryList
            entries={[
              { name: t('own.state'), value: <StateBadge state={shown.state} /> },
              { name: t('own.kind'), value: t(`kinds.${shown.kind}`) },
              ...(shown.device ? [{ name: t('form.device'), value: <Code>{shown.device.label}</Code> }] : []),
              ...(shown.about ? [{ name: t('form.about'), value: shown.about }] : []),
            ]}
          />
        </Stack>
      </Card>
      <Said id="request-question" title={t('view.question')} text={shown.text} />
      {shown.answers.length === 0 && <p>{t('view.none')}</p>}
      {shown.answers.map(({ at, text }) => (
        <Said key={at} id={`answer-${at}`} title={t('view.answer', { at: instant(at) })} text={text} />
      ))}
      <Row print={false}>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/contact" params={{ organization }}>
          {t('view.back')}
        </ButtonTo>
        <ButtonTo kind="secondary" to="/o/$organization/contact/new" params={{ organization }}>
          {t('view.more')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
