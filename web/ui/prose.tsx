import styles from './prose.module.css';

/** A document of the site: the maker's own words out of the site's data, never a user's. Scripts in it would not run (CSP). */
export function Prose({ html, language }: { html: string; language: string }) {
  return <div className={styles['prose']} lang={language} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same inside a box that scrolls, for terms above an "agree" button; reachable by keyboard. */
export function ScrollingProse({ html, language, label }: { html: string; language: string; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <Prose html={html} language={language} />
    </div>
  );
}
