import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { forgetActing, noteActing, wasActing } from '../context/acted.ts';
import { useEndActing } from '../context/acting.ts';
import { forgetPrivate, sessionQuery } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import styles from './acting-banner.module.css';

const tickMs = 10_000;
const minuteMs = 60_000;

type Acting = NonNullable<Session['acting']>;

/** On every page while somebody works on behalf of another organization: who for whom, the time left, and the way out (P-17). */
export function ActingBanner({ session }: { session: Session }) {
  useOver(session);
  return session.acting && <Banner session={session} acting={session.acting} />;
}

function Banner({ session, acting }: { session: Session; acting: Acting }) {
  const t = useTranslations('acting.banner');
  const format = useFormatter();
  const end = useEndActing();
  const { busy, problem, run } = useAction();
  const left = useTimeLeft(acting.endsAt);
  const { user, organization } = session;
  const until = format.dateTime(new Date(acting.endsAt), { timeStyle: 'short' });
  return (
    <section className={styles['banner']} aria-label={t('label')} data-print="no">
      <div>
        <Icon name="users" size="1.5rem" />
        <div className={styles['words']}>
          <p>{t('who', { user: user.name || user.loginId, by: acting.by.name, organization: organization.name })}</p>
          <p className={styles['soft']}>
            {t('left', { minutes: Math.floor(left / minuteMs), until })}{' '}
            <span className={styles['onlyWide']}>{t('recorded')}</span>
          </p>
          <ErrorState problem={problem} />
        </div>
        <Button
          kind="secondary"
          compact
          busy={busy}
          aria-label={t('endLong', { organization: organization.name })}
          onClick={() => void run(() => end('ended'))}
        >
          {t('end')}
        </Button>
      </div>
    </section>
  );
}

/** Milliseconds left by this browser's clock; the server, which alone knows, is asked as soon as they are over. */
function useTimeLeft(endsAt: string): number {
  const client = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, new Date(endsAt).getTime() - now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), left > 0 ? Math.min(tickMs, left) : tickMs);
    if (left === 0) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return () => clearTimeout(timer);
  }, [client, left, now]);
  return left;
}

/** When it is over by time or from elsewhere, leads home, where that is said; a reload in between changes nothing of it. */
function useOver({ acting, organization }: Session): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const runs = acting !== null;
  const said = search.acting !== undefined;
  useEffect(() => {
    if (runs) {
      noteActing(organization.id);
      return;
    }
    if (!wasActing()) return;
    forgetActing();
    forgetPrivate(client);
    if (!said) void navigate({ to: '/', search: { acting: 'over' }, replace: true });
  }, [client, navigate, organization.id, runs, said]);
}
