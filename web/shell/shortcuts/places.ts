import { useTranslations } from 'use-intl';
import type { Session } from '../../api/types.ts';
import { useSite } from '../../context/site.ts';
import { menuOffers, useOfferWords } from '../offers.ts';
import { menuKeys } from './keys.ts';

export type Place = { key: string; title: string; to: string; params: Record<string, string> };

/** Where `g` and another key lead: letters for what every site has, digits for the entries of this person's menu in their order. */
export function usePlaces(session: Session): Place[] {
  const t = useTranslations('shell');
  const words = useOfferWords();
  const site = useSite();
  const { first, rest } = menuOffers(site, session);
  const organization = { organization: session.organization.id };
  const fixed = [
    { key: 'h', title: t('home'), to: '/', params: {} },
    { key: 'n', title: t('notices'), to: '/notices', params: {} },
    ...(site.documents.some(({ name }) => name === 'manual')
      ? [{ key: 'm', title: t('manual'), to: '/documents/$document', params: { document: 'manual' } }]
      : []),
  ];
  const menu = [...first, ...rest].slice(0, menuKeys.length).map(({ capability, entry }, index) => ({
    key: menuKeys[index] ?? '',
    title: words(capability, entry.title),
    to: entry.path,
    params: organization,
  }));
  return [...fixed, ...menu];
}
