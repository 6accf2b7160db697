import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { useEntered } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Cancelled, usePasskey } from './ceremonies.ts';
import { answerWithPasskey, askSecondStepPasskey } from './requests.ts';

/** The second step by a passkey. */
export function ByPasskey({ explain }: { explain: (problem: unknown) => boolean }) {
  const t = useTranslations('second-factor.step');
  const entered = useEntered();
  const { busy, problem, run } = useAction();
  const [failed, setFailed] = useState('');

  function start(): void {
    setFailed('');
    void run(
      async () => {
        const { options } = await askSecondStepPasskey();
        // The gate leads on once there is a session.
        entered(await answerWithPasskey(await usePasskey(options)));
      },
      (reason) => {
        const isWrong = reason instanceof ApiProblem && reason.code === 'accounts/second-factor-wrong';
        if (!isWrong && !(reason instanceof Cancelled)) return explain(reason);
        setFailed(t('passkeyFailed'));
        return true;
      },
    );
  }

  return (
    <Stack>
      <h2>{t('passkeyTitle')}</h2>
      {failed && (
        <Notice kind="error" live>
          {failed}
        </Notice>
      )}
      <ErrorState problem={problem} />
      <div>
        <Button icon="key" busy={busy} onClick={start}>
          {t('passkey')}
        </Button>
      </div>
    </Stack>
  );
}
