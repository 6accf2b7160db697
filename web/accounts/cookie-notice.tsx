import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { documentQuery } from '../context/documents.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { Stack } from '../ui/layout.tsx';
import { Prose } from '../ui/prose.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { acknowledge } from './acknowledged.ts';

/** Stands in the place of the login form until it is acknowledged; all links stay reachable (K-01). */
export function CookieNotice({ version, onDone }: { version: string; onDone: () => void }) {
  const t = useTranslations('accounts.logIn');
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(documentQuery('cookie-notice', language));
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Stack>
      <h2>{t('noticeTitle')}</h2>
      <Prose html={data.html} language={data.language} />
      <div>
        <Button
          onClick={() => {
            acknowledge(version);
            onDone();
          }}
        >
          {t('noticeOk')}
        </Button>
      </div>
    </Stack>
  );
}
