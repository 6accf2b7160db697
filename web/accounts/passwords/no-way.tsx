import { useTranslations } from 'use-intl';

/** Where no mail helps, people do: the contact stands at the foot of every page. */
export function NoWay() {
  const t = useTranslations('passwords');
  return <p>{t.rich('noWay', { link: (words) => <a href="#footer-contact">{words}</a> })}</p>;
}
