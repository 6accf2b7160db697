import { Link, useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSessionOrNone } from './session.ts';
import { useSite, useSiteWords } from './site.ts';
import styles from './contact.module.css';

/** What the form begins with; the page on which somebody got stuck goes along by itself. */
export type AskedAbout = { kind?: string; device?: string; about?: string; reference?: string };

/** Who helps when nothing else does. `form`: false where nothing can be sent at the moment. */
export function Contact({ about = {}, form = true }: { about?: AskedAbout; form?: boolean }) {
  const words = useSiteWords();
  const { contact } = useSite();
  return (
    <p className={styles['contact']}>
      {words(contact.text)}
      <br />
      <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
      {form && <ToForm about={about} />}
    </p>
  );
}

function ToForm({ about }: { about: AskedAbout }) {
  const t = useTranslations('shell');
  const way = useContactForm(about);
  if (!way) return null;
  return (
    <span data-print="no">
      <br />
      <Link {...way}>{t('contactForm')}</Link>
    </span>
  );
}

type Way = { to: string; params?: { organization: string }; search: AskedAbout & { page: string } };

/**
 * The way to the form by which somebody here may ask the operators (P-06); null where there is none for them. Who owes something before anything else
 * opens, and who is not logged in, has the form that asks for name and address.
 */
export function useContactForm(about: AskedAbout = {}): Way | null {
  const options = useSite().capabilities['contact-requests'];
  const session = useSessionOrNone();
  const { pathname } = useLocation();
  if (!options) return null;
  const search = { ...about, page: pathname.slice(0, pageMax) };
  if (!session || session.owed.length > 0) return options.strangers ? { to: '/contact', search } : null;
  if (!session.permissions.includes('contact-requests:ask')) return null;
  return { to: '/o/$organization/contact/new', params: { organization: session.organization.id }, search };
}

/** As much of an address as the server takes. */
const pageMax = 200;
