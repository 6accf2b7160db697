import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { BarePage } from './bare-page.tsx';

/** What keeps the app from working in this browser at all, or null. */
export function findHindrance(): 'insecure' | 'cookies' | null {
  if (!window.isSecureContext) return 'insecure';
  return cookiesWork() ? null : 'cookies';
}

function cookiesWork(): boolean {
  if (!navigator.cookieEnabled) return false;
  document.cookie = 'cookie-test=1; path=/; samesite=lax';
  const kept = document.cookie.includes('cookie-test=1');
  document.cookie = 'cookie-test=; path=/; max-age=0; samesite=lax';
  return kept;
}

export function InsecurePage() {
  const t = useTranslations('shell.insecure');
  return (
    <BarePage title={t('title')}>
      <p>{t('text')}</p>
      <p>{t('local', { address: `http://localhost:${location.port || '80'}` })}</p>
    </BarePage>
  );
}

export function NoCookiesPage() {
  const t = useTranslations('shell.cookies');
  return (
    <BarePage title={t('title')}>
      <p>{t('text')}</p>
      <div>
        <Button icon="refresh" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </BarePage>
  );
}
