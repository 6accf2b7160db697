import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type FunctionComponent } from 'react';
import { useTranslations } from 'use-intl';
import type { NeedKind, Urgency } from '../../domain/needs/needs.ts';
import { answer, api, byItself } from '../api/client.ts';
import type { Session } from '../api/types.ts';
import { capabilities } from '../capabilities.ts';
import { siteId } from '../context/address.ts';
import type { NeedEntry } from '../context/descriptor.ts';
import { ButtonTo } from '../context/links.tsx';
import { useLive } from '../context/live/use-live.ts';
import { useSite } from '../context/site.ts';
import { Badge, type BadgeTone } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useBegunWork } from './begun-work.tsx';
import { needEntries, needEntry, useOfferWords } from './offers.ts';
import styles from './needs.module.css';

const key = ['needs', siteId] as const;
const tones: Readonly<Record<Urgency, BadgeTone>> = { now: 'error', soon: 'warning', later: 'quiet', first: 'brand' };

type Part = FunctionComponent<{ organization: string }>;
const parts: ReadonlyMap<NeedKind, Part> = new Map(
  capabilities.flatMap(({ needs = [] }) =>
    needs.flatMap(({ kind, load }) =>
      load ? [[kind, lazy(async () => ({ default: (await load()).Part }))] as const] : [],
    ),
  ),
);

function listNeeds(organization: string) {
  const params = { path: { site: siteId, organization } };
  return answer(api.GET('/api/{site}/organizations/{organization}/needs', { params }));
}
type Need = Awaited<ReturnType<typeof listNeeds>>['items'][number];

/** What needs this person today, the most urgent first (P-38). A home page does not fail because this could not be read. */
export function Needs({ session }: { session: Session }) {
  const t = useTranslations('shell.welcome.needs');
  const site = useSite();
  const organization = session.organization.id;
  const { data } = useQuery({
    queryKey: [...key, organization, session.user.id],
    queryFn: () => listNeeds(organization),
    staleTime: 0,
  });
  const begun = useBegunWork(session);
  const topics = new Set(needEntries(site).flatMap(({ entry }) => entry.live ?? []));
  const shown = (data?.items ?? []).flatMap((need) => {
    const offer = needEntry(site, need.kind);
    return offer ? [{ need, ...offer }] : [];
  });
  const waits = shown.some(({ need }) => need.urgency !== 'first') || (begun.data ?? []).length > 0;
  return (
    <>
      {[...topics].map((topic) => (
        <Watch key={topic} organization={organization} topic={topic} />
      ))}
      {data && begun.data && !waits && <Nothing />}
      {shown.length > 0 && (
        <section className={styles['needs']} aria-labelledby="needs">
          <h2 id="needs">{t(waits ? 'title' : 'begin')}</h2>
          <ul>
            {shown.map(({ capability, entry, need }) => (
              <Row
                key={need.kind}
                organization={organization}
                capability={capability}
                entry={entry}
                need={need}
                Shown={parts.get(need.kind)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Counts anew when the server says that something has changed. */
function Watch({ organization, topic }: { organization: string; topic: string }) {
  const client = useQueryClient();
  useLive(organization, topic, () => byItself(() => void client.invalidateQueries({ queryKey: key })));
  return null;
}

function Nothing() {
  const t = useTranslations('shell.welcome.needs');
  return (
    <div className={styles['nothing']}>
      <Icon name="success" size="2rem" />
      <div>
        <p className={styles['title']}>{t('none')}</p>
        <p>{t('noneText')}</p>
      </div>
    </div>
  );
}

type RowProps = {
  organization: string;
  capability: string;
  entry: NeedEntry;
  need: Need;
  /** The first few of them. */
  Shown: Part | undefined;
};

function Row({ organization, capability, entry, need, Shown }: RowProps) {
  const t = useTranslations('shell.welcome.needs');
  const words = useOfferWords();
  const { kind, urgency, count, countCapped, subject } = need;
  const [, own] = entry.path.match(/\$(?!organization)(\w+)/) ?? [];
  return (
    <li data-urgency={urgency}>
      <div className={styles['row']}>
        <Icon name={entry.icon} size="1.75rem" />
        <div className={styles['what']}>
          <Badge tone={tones[urgency]}>{t(`urgencies.${urgency}`)}</Badge>
          <p className={styles['title']}>
            {words(capability, `needs.${kind}.title`)}
            {urgency !== 'first' && (
              <>
                {' '}
                <strong className={styles['count']}>{countCapped ? t('more', { count }) : count}</strong>
              </>
            )}
          </p>
        </div>
        <ButtonTo
          kind="secondary"
          compact
          to={entry.path}
          params={{ organization, ...(own && { [own]: subject ?? '' }) }}
          {...(entry.search && { search: entry.search })}
        >
          {words(capability, `needs.${kind}.action`)}
        </ButtonTo>
      </div>
      {Shown && (
        <Waiting fallback={null}>
          <Shown organization={organization} />
        </Waiting>
      )}
    </li>
  );
}
