import { useSite, useSiteWords } from './site.ts';
import styles from './contact.module.css';

/** Who helps when nothing else does. */
export function Contact() {
  const words = useSiteWords();
  const { contact } = useSite();
  return (
    <p className={styles['contact']}>
      {words(contact.text)}
      <br />
      <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
    </p>
  );
}
