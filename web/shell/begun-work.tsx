import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../api/client.ts';
import type { Session, Site } from '../api/types.ts';
import { siteId } from '../context/address.ts';
import { useInstant } from '../context/dates.ts';
import type { BegunWork as Begun } from '../context/descriptor.ts';
import { ButtonTo } from '../context/links.tsx';
import { useSite } from '../context/site.ts';
import { draftOffers, useOfferWords, waitingOffers } from './offers.ts';
import styles from './welcome-page.module.css';

const shownMax = 4;

/** What was begun in this browser and is not finished (P-38). A home page does not fail because this could not be read. */
export function BegunWork({ session }: { session: Session }) {
  const t = useTranslations('shell.welcome');
  const words = useOfferWords();
  const instant = useInstant();
  const { data } = useBegunWork(session);
  if (!data || data.length === 0) return null;
  return (
    <section className={styles['begun']} aria-labelledby="begun">
      <h2 id="begun">{t('begun')}</h2>
      <p className={styles['soft']}>{t('begunText')}</p>
      <ul>
        {data.map(({ id, capability, title, updatedAt, work }) => (
          <li key={id}>
            <div>
              <p className={styles['begunTitle']}>{words(capability, title)}</p>
              <p>{work.detail}</p>
              <p className={styles['soft']}>{t('begunAt', { time: instant(updatedAt) })}</p>
            </div>
            <ButtonTo
              kind="secondary"
              compact
              to={work.path}
              params={{ ...work.params, organization: session.organization.id }}
              aria-label={t('goOnWith', { title: words(capability, title), detail: work.detail })}
            >
              {t('goOn')}
            </ButtonTo>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Shown = { id: string; capability: string; title: string; updatedAt: string; work: Begun };

export function useBegunWork(session: Session) {
  const site = useSite();
  const organization = session.organization.id;
  return useQuery({
    queryKey: ['begun', siteId, session.user.id],
    staleTime: 0,
    queryFn: async () => {
      const begun = [await begunDrafts(site, session), await waiting(site, session, organization)].flat();
      return begun.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1)).slice(0, shownMax);
    },
  });
}

async function begunDrafts(site: Site, session: Session): Promise<Shown[]> {
  const offers = draftOffers(site, session);
  const { items } = await answer(api.GET('/api/{site}/drafts', { params: { path: { site: siteId } } }));
  const begun: Shown[] = [];
  for (const { id, kind, values, updatedAt } of items) {
    const offer = offers.find(({ entry }) => entry.kind === kind);
    const work = (await offer?.entry.read({ id, values })) ?? null;
    if (offer && work) begun.push({ id, capability: offer.capability, title: offer.entry.title, updatedAt, work });
  }
  return begun;
}

async function waiting(site: Site, session: Session, organization: string): Promise<Shown[]> {
  const lists = waitingOffers(site, session).map(async ({ capability, entry }) => {
    const works = await entry.load(organization);
    return works.map(({ id, at, ...work }) => ({ id, capability, title: entry.title, updatedAt: at, work }));
  });
  return (await Promise.all(lists)).flat();
}
