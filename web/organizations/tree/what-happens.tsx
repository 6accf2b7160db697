import { useTranslations } from 'use-intl';
import { useProblemText } from '../../texts/problem-text.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Closing } from '../requests.ts';
import styles from './what-happens.module.css';

/** What closing does to users, to those below and to grants, with their numbers; read before it is done. */
export function WhatHappens({ closing }: { closing: Closing }) {
  const t = useTranslations('organizations');
  const problemText = useProblemText();
  const { users, dealers, customers, grants, heir, words } = closing;
  const below = dealers + customers;
  return (
    <Card labelledBy="what-happens">
      <Stack gap="small">
        <h2 id="what-happens">{t('close.happens')}</h2>
        <ul className={styles['list']}>
          <li>{t('close.usersEnd', { count: users })}</li>
          <li>
            {below === 0 ? t('close.passNone') : t('close.passOn', { dealers, customers, heir: heir ?? t('maker') })}
          </li>
          <li>{t('close.grantsEnd', { count: grants })}</li>
          <li>{t('close.stays')}</li>
          {words
            .filter((word) => !word.stops)
            .map(({ code, params }) => (
              <li key={code}>{problemText(code, params)}</li>
            ))}
        </ul>
      </Stack>
    </Card>
  );
}

/** What has to be settled before an organization can close. */
export function WhatStops({ closing }: { closing: Closing }) {
  const t = useTranslations('organizations.close');
  const problemText = useProblemText();
  return (
    <Notice kind="error" title={t('notYet')} live>
      {closing.words
        .filter((word) => word.stops)
        .map(({ code, params }) => (
          <p key={code}>{problemText(code, params)}</p>
        ))}
    </Notice>
  );
}

export const isStopped = ({ words }: Closing): boolean => words.some((word) => word.stops);
