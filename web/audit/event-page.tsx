import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { useSentence } from '../context/event-words.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { NotFoundPage } from '../shell/error-pages.tsx';
import { Code } from '../ui/code.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import styles from './audit.module.css';
import { Facts } from './facts.tsx';
import { auditEventQuery } from './requests.ts';
import { useActor, useSubject } from './words.ts';

/** One event: the sentence, what it was before and after, and the whole of it as it was recorded. */
export function Page() {
  const t = useTranslations('audit');
  const instant = useInstant();
  const sentence = useSentence();
  const actor = useActor();
  const subject = useSubject();
  const { organization = '', event = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(auditEventQuery(organization, event));
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { who, onBehalf } = actor(data);
  const user = data.by.user;
  const json = JSON.stringify(data, null, 2);
  return (
    <PageFrame title={sentence(data.kind)} part={t('list.title')} lead={t('view.lead')} width="reading">
      {data.erased && <Notice kind="info">{t('view.erasedNote')}</Notice>}
      <Card>
        <SummaryList
          entries={[
            { name: t('view.at'), value: instant(data.at) },
            { name: t('view.who'), value: onBehalf ? `${who}, ${onBehalf}` : who },
            { name: t('view.object'), value: subject(data) },
            { name: t('view.address'), value: data.address ?? t('list.notShown') },
            { name: t('view.position'), value: String(data.position) },
            { name: t('view.kind'), value: <Code>{data.kind}</Code> },
          ]}
        />
      </Card>
      <Card labelledBy="audit-changes">
        <Stack>
          <h2 id="audit-changes">{t('view.changes')}</h2>
          {data.facts.length === 0 ? <p>{t('view.noChanges')}</p> : <Facts facts={data.facts} />}
        </Stack>
      </Card>
      <Row>
        {data.subject.id && data.subject.name !== null && (
          <ButtonTo
            kind="quiet"
            to="/o/$organization/audit"
            params={{ organization }}
            search={{ object: data.subject.name }}
            icon="search"
          >
            {t('view.sameObject')}
          </ButtonTo>
        )}
        {user && (
          <ButtonTo
            kind="quiet"
            to="/o/$organization/audit"
            params={{ organization }}
            search={{ person: user.id }}
            icon="search"
          >
            {t('view.samePerson')}
          </ButtonTo>
        )}
      </Row>
      <Card labelledBy="audit-json">
        <Stack>
          <h2 id="audit-json">{t('view.json')}</h2>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <pre className={styles['json']} tabIndex={0} translate="no">
            {json}
          </pre>
          <div>
            <CopyButton text={json} />
          </div>
        </Stack>
      </Card>
      <div>
        <ButtonTo kind="secondary" to="/o/$organization/audit" params={{ organization }} icon="left">
          {t('view.toList')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
