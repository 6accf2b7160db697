import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';

/** A new link or code in the place of the one before. */
export function Resend({ signUp }: { signUp: string }) {
  const t = useTranslations('accounts.signUp.resend');
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState(0);

  async function resend(): Promise<void> {
    await answer(api.POST('/api/{site}/sign-ups/{signUp}/resend', { params: { path: { site: siteId, signUp } } }));
    setSent((times) => times + 1);
  }

  return (
    <Stack gap="small">
      <p>{t('missing')}</p>
      <div>
        <Button kind="secondary" icon="mail" busy={busy} onClick={() => void run(resend)}>
          {t('button')}
        </Button>
      </div>
      {sent > 0 && (
        <Notice key={sent} kind="success" live>
          {t('sent')}
        </Notice>
      )}
      <ErrorState problem={problem} />
    </Stack>
  );
}
