import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { useEntered } from '../../context/session.ts';
import { useSite } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Cancelled, canUsePasskeys, usePasskey } from './ceremonies.ts';
import { askPasskey, logInWithPasskey } from './requests.ts';

/** Logs in without login ID and password, where the site and the browser can. */
export function LogInByPasskey() {
  const t = useTranslations('accounts.logIn');
  const entered = useEntered();
  const { busy, problem, run } = useAction();
  const [failed, setFailed] = useState('');
  if (!useSite().secondFactor.passkeyLogin || !canUsePasskeys()) return null;

  function start(): void {
    setFailed('');
    void run(
      async () => {
        const { options } = await askPasskey();
        // The gate leads on once there is a session.
        entered(await logInWithPasskey(await usePasskey(options)));
      },
      (reason) => {
        if (reason instanceof Cancelled) setFailed(t('passkeyCancelled'));
        else if (reason instanceof ApiProblem && reason.code.startsWith('accounts/')) setFailed(reason.message);
        else return false;
        return true;
      },
    );
  }

  return (
    <Stack gap="small">
      {failed && (
        <Notice kind="error" live>
          {failed}
        </Notice>
      )}
      <ErrorState problem={problem} />
      <div>
        <Button kind="secondary" icon="key" wide busy={busy} onClick={start}>
          {t('passkey')}
        </Button>
      </div>
    </Stack>
  );
}
