import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useNoun } from '../devices/options.ts';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { ChangeForm, type Said } from './change-form.tsx';
import { EndLink } from './end-link.tsx';
import { linkQuery, linksKey, openLink, type LinkRow } from './requests.ts';
import { LinkedDevices, useLastDay } from './words.tsx';

/** One link, as either side sees it, with what this side can do about it (E-04). */
export function Page() {
  const t = useTranslations('maintenance-links.view');
  const { organization = '', link = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const { data, error, refetch } = useQuery(linkQuery(organization, link));
  const [said, setSaid] = useState<Said | null>(null);
  useOpened(organization, data);
  const back = (
    <div>
      <ButtonTo kind="quiet" icon="left" to="/o/$organization/maintenance-links" params={{ organization }}>
        {t('toList')}
      </ButtonTo>
    </div>
  );
  if (error && !data) {
    const notThere = error instanceof ApiProblem && error.status === 404;
    return (
      <PageFrame title={t('part')} width="reading">
        <ErrorState problem={error} onRetry={notThere ? undefined : () => void refetch()} />
        {back}
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  const manages = permissions.includes('maintenance-links:manage') && data.state === 'running';
  return (
    <PageFrame title={t('title', { name: data.other.name })} part={t('part')} width="reading">
      <Standing link={data} />
      {said && (
        <Notice kind={said === 'saved' ? 'success' : 'warning'} live>
          {t(said)}
        </Notice>
      )}
      <Facts organization={organization} link={data} />
      {manages && data.side === 'customer' && (
        <ChangeForm
          key={data.version}
          organization={organization}
          link={data}
          version={data.version}
          onSaid={setSaid}
        />
      )}
      {manages && <EndLink organization={organization} link={data} />}
      {back}
    </PageFrame>
  );
}

/** A link that is new to the dealer is new no more once somebody has it before their eyes; this visit still says so. */
function useOpened(organization: string, link: LinkRow | undefined): void {
  const client = useQueryClient();
  const id = link?.isNew && link.side === 'dealer' ? link.id : null;
  useEffect(() => {
    if (id === null) return;
    const noted = openLink(organization, id);
    void noted.then(
      () => client.invalidateQueries({ queryKey: [...linksKey, organization, 'list'] }),
      () => undefined,
    );
  }, [client, organization, id]);
}

function Standing({ link: { state, side, isNew } }: { link: LinkRow }) {
  const t = useTranslations('maintenance-links.view');
  const noun = useNoun();
  if (state !== 'running') return <Notice>{side === 'dealer' ? t('overDealer', noun) : t('over')}</Notice>;
  return isNew && side === 'dealer' ? <Notice kind="success">{t('fresh', noun)}</Notice> : null;
}

function Facts({ organization, link }: { organization: string; link: LinkRow }) {
  const t = useTranslations('maintenance-links');
  const noun = useNoun();
  const instant = useInstant();
  const lastDay = useLastDay();
  const { side, other, state, configure, begunAt, untilOn, endedAt } = link;
  return (
    <Card labelledBy="link-facts">
      <Stack>
        <h2 id="link-facts">{t('view.factsTitle')}</h2>
        <SummaryList
          entries={[
            { name: t(side === 'customer' ? 'facts.dealer' : 'facts.customer'), value: other.name },
            { name: t('facts.state'), value: t(`states.${state}`) },
            { name: t('facts.devices'), value: <LinkedDevices organization={organization} link={link} /> },
            { name: t('facts.rights'), value: t(configure ? 'configure' : 'see') },
            { name: t('facts.begunAt'), value: instant(begunAt) },
            { name: t('facts.untilOn'), value: lastDay(untilOn) },
            ...(endedAt ? [{ name: t('facts.endedAt'), value: instant(endedAt) }] : []),
          ]}
        />
        {state === 'running' && (
          <Row print={false}>
            <ButtonTo kind="secondary" to="/o/$organization/devices" params={{ organization }}>
              {t('view.toDevices', noun)}
            </ButtonTo>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
