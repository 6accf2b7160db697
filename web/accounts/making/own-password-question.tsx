import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Session } from '../../api/types.ts';
import { tellOtherTabs } from '../../context/leaving.ts';
import { goOutside } from '../../context/log-out-button.tsx';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { askOwnPassword } from './requests.ts';

type Props = { session: Session; onAnswered: () => void };

/** Asked at each login with a temporary password (L-01, L-09): "no" keeps what who set the account up has chosen. */
export function OwnPasswordQuestion({ session, onAnswered }: Props) {
  const t = useTranslations('new-accounts.own');
  const navigate = useNavigate();
  const { busy, problem, run } = useAction();
  const { mail } = session.user;

  async function yes(): Promise<void> {
    if (mail === '') {
      // Nobody to mail to: it is changed here, with the present one.
      await navigate({ to: '/account/password' });
      onAnswered();
      return;
    }
    await askOwnPassword();
    tellOtherTabs();
    goOutside('/own-password/sent');
  }

  return (
    <Page title={t('title')} width="reading" lead={t('lead')}>
      <ErrorState problem={problem} />
      <Card>
        <Stack>
          {mail !== '' && <p>{t('yesHint', { mail })}</p>}
          <div>
            <Button icon={mail === '' ? 'key' : 'mail'} busy={busy} onClick={() => void run(yes)}>
              {t(mail === '' ? 'yesDirect' : 'yes')}
            </Button>
          </div>
        </Stack>
      </Card>
      <Card>
        <Stack>
          <p>{t('noHint')}</p>
          <div>
            <Button kind="secondary" onClick={onAnswered}>
              {t('no')}
            </Button>
          </div>
        </Stack>
      </Card>
    </Page>
  );
}
