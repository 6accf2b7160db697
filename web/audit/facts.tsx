import { useTranslations } from 'use-intl';
import { useRoleWord } from '../context/role-word.ts';
import styles from './audit.module.css';
import type { AuditEntry } from './requests.ts';
import { useFieldWord } from './words.ts';

const shownShort = 3;

/** What an event says of its subject: field by field before and after, or what was said with it. */
export function Facts({ facts, short = false }: { facts: AuditEntry['facts']; short?: boolean }) {
  const t = useTranslations('audit.list');
  const word = useFieldWord();
  const roleWord = useRoleWord();
  const valueOf = (field: string, value: string) => (field === 'role' ? roleWord(value) : value);
  if (facts.length === 0) return null;
  const shown = short ? facts.slice(0, shownShort) : facts;
  return (
    <ul className={styles['facts']}>
      {shown.map(({ field, before, after }) => (
        <li key={field}>
          {t('fact', { field: word(field) })}{' '}
          {before !== null && (
            <>
              <del>{valueOf(field, before)}</del> {t('arrow')}{' '}
            </>
          )}
          {after === null ? t('nothing') : <ins>{valueOf(field, after)}</ins>}
        </li>
      ))}
      {shown.length < facts.length && <li>{t('more', { count: facts.length - shown.length })}</li>}
    </ul>
  );
}
