import { useTranslations } from 'use-intl';
import { Code } from '../ui/code.tsx';
import styles from './notations.module.css';

/** One code, written as it may be typed into the unit. */
export function Notations({ code, codeBinary }: { code: string; codeBinary: string | null }) {
  const t = useTranslations('unlock-codes');
  return (
    <dl className={styles['notations']}>
      <div>
        <dt>{t('decimal')}</dt>
        <dd>
          <Code large>{code}</Code>
        </dd>
      </div>
      {codeBinary && (
        <div>
          <dt>{t('binary')}</dt>
          <dd>
            <Code large>{codeBinary}</Code>
          </dd>
        </div>
      )}
    </dl>
  );
}
