import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Contact } from '../../context/contact.tsx';
import { useDay } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { organizationQuery, type Organization } from '../requests.ts';
import { Grants } from './grants.tsx';

/** One dealer or customer: where it stands, who manages it, and what this person may do about it. */
export function Page() {
  const t = useTranslations('organizations.view');
  const { organization = '', other = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(organizationQuery(organization, other));
  const params = { organization, other };
  return (
    <PageFrame title={shown.name} part={t('part')} lead={t('lead')} width="reading">
      <Said shown={shown} />
      {shown.closedAt && <Notice>{t('closedText')}</Notice>}
      <Facts organization={organization} shown={shown} />
      <Grants organization={organization} shown={shown} />
      {!shown.closedAt && <Acts shown={shown} params={params} />}
      <div>
        <ButtonTo kind="secondary" to="/o/$organization/organizations" params={params} icon="left">
          {t('toList')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

/** What has just been done to it, out of the address. */
function Said({ shown }: { shown: Organization }) {
  const t = useTranslations('organizations');
  const { done } = useSearch({ strict: false });
  const texts: Record<string, string> = {
    moved: t('view.moved', { parent: shown.above.at(-1)?.name ?? t('maker') }),
    closed: t('view.closedDone'),
    granted: t('grants.given'),
  };
  const text = typeof done === 'string' ? texts[done] : undefined;
  return text ? (
    <Notice kind="success" live>
      {text}
    </Notice>
  ) : null;
}

type Props = { organization: string; shown: Organization };

function Facts({ organization, shown }: Props) {
  const t = useTranslations('organizations');
  const day = useDay();
  const { closedAt, kind, since, users, above, below } = shown;
  const { permissions } = useSession();
  return (
    <Card labelledBy="facts">
      <Stack>
        <h2 id="facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            { name: t('view.kind'), value: t(`kinds.${kind}`) },
            {
              name: t('view.state'),
              value: closedAt ? t('view.closedOn', { date: day(closedAt) }) : t('states.open'),
            },
            { name: t('view.since'), value: day(since) },
            { name: t('view.above'), value: <Above organization={organization} above={above} /> },
            {
              name: t('view.users'),
              value: (
                <Row>
                  <span>{users === null ? t('view.usersHidden') : t('view.usersCount', { count: users })}</span>
                  {permissions.includes('accounts:read') && (
                    <Link to="/o/$organization/accounts" params={{ organization }} search={{ name: shown.name }}>
                      {t('view.toUsers')}
                    </Link>
                  )}
                </Row>
              ),
            },
            ...(kind === 'dealer'
              ? [{ name: t('view.below'), value: <Below organization={organization} shown={shown} below={below} /> }]
              : []),
          ]}
        />
      </Stack>
    </Card>
  );
}

/** From the top down; only what this person may see of it. */
function Above({ organization, above }: { organization: string; above: Organization['above'] }) {
  const t = useTranslations('organizations');
  const { organization: own } = useSession();
  if (above.length === 0) return t('maker');
  return (
    <>
      {above.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' › '}
          {id === own.id ? (
            name
          ) : (
            <Link to="/o/$organization/organizations/$other" params={{ organization, other: id }}>
              {name}
            </Link>
          )}
        </span>
      ))}
    </>
  );
}

function Below({ organization, shown, below }: Props & { below: Organization['below'] }) {
  const t = useTranslations('organizations.view');
  if (below.dealers + below.customers === 0) return t('belowNone');
  return (
    <Row>
      <span>{t('belowCount', below)}</span>
      <Link to="/o/$organization/organizations" params={{ organization }} search={{ parent: shown.id }}>
        {t('toBelow')}
      </Link>
    </Row>
  );
}

function Acts({ shown, params }: { shown: Organization; params: { organization: string; other: string } }) {
  const t = useTranslations('organizations.view');
  const { permissions } = useSession();
  const manages = permissions.includes('organizations:manage');
  const acts = permissions.includes('acting:start');
  if (!manages && !acts) return null;
  return (
    <Stack gap="small">
      {acts && !shown.mayActAs && (
        <Notice>
          <p>{t('actNot')}</p>
          <Contact />
        </Notice>
      )}
      <Row>
        {acts && shown.mayActAs && (
          <ButtonTo to="/o/$organization/organizations/$other/act" params={params} icon="user">
            {t('act')}
          </ButtonTo>
        )}
        {manages && (
          <>
            <ButtonTo kind="secondary" to="/o/$organization/organizations/$other/move" params={params} icon="swap">
              {t('move')}
            </ButtonTo>
            <ButtonTo kind="secondary" to="/o/$organization/organizations/$other/close" params={params} icon="close">
              {t('close')}
            </ButtonTo>
          </>
        )}
      </Row>
    </Stack>
  );
}
