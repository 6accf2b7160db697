import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { useSiteWords } from '../context/site.ts';
import { useNoun } from '../devices/options.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Setting } from './requests.ts';
import styles from './settings.module.css';
import { useValueWords } from './value-words.ts';
import { useWho } from './who.ts';

/** What is in force at a device and, below each, what was asked for and not answered. */
export function NowList({ settings }: { settings: readonly Setting[] }) {
  const words = useSiteWords();
  const valueWords = useValueWords();
  return (
    <SummaryList
      entries={settings.map((setting) => ({
        name: words(setting.name),
        value: (
          <>
            <div>{valueWords(setting, setting.value)}</div>
            {setting.pending && <Waiting setting={setting} pending={setting.pending} />}
          </>
        ),
      }))}
    />
  );
}

function Waiting({ setting, pending }: { setting: Setting; pending: NonNullable<Setting['pending']> }) {
  const t = useTranslations('device-settings.now');
  const noun = useNoun();
  const instant = useInstant();
  const valueWords = useValueWords();
  const who = useWho();
  const standing = pending.overdue ? 'overdue' : pending.handedAt === null ? 'waiting' : 'handed';
  return (
    <>
      <div>
        <strong>{t('asked', { value: valueWords(setting, pending.value) })}</strong>
      </div>
      <div className={styles['standing']}>{t(standing, noun)}</div>
      <div className={styles['standing']}>{t('by', { who: who(pending), at: instant(pending.askedAt) })}</div>
    </>
  );
}
