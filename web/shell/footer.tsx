import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Contact } from '../context/contact.tsx';
import { useSite } from '../context/site.ts';
import { ColourSwitch } from '../ui/theme/colour-switch.tsx';
import { useDocumentTitle } from '../context/document-title.ts';
import styles from './footer.module.css';

/** `colours`: where no account menu has the switch. */
export function Footer({ colours = false }: { colours?: boolean }) {
  const t = useTranslations('shell');
  const site = useSite();
  const titleOf = useDocumentTitle();
  return (
    <footer className={styles['footer']} data-print="no">
      <div className={styles['footerInner']}>
        <section aria-labelledby="footer-contact">
          <h2 id="footer-contact">{t('contact')}</h2>
          <Contact />
        </section>
        {site.documents.length > 0 && (
          <nav aria-label={t('footer')}>
            <ul>
              {[...new Set(site.documents.map(({ name }) => name))].map((name) => (
                <li key={name}>
                  <Link to="/documents/$document" params={{ document: name }}>
                    {titleOf(name)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {colours && <ColourSwitch />}
      </div>
    </footer>
  );
}
