import { useTranslations } from 'use-intl';
import { MailedLinkPage, MailedLinkTold } from '../accounts/account-data/mailed-link-page.tsx';
import { useMailedLink } from '../accounts/account-data/use-mailed-link.ts';
import { useInstant } from '../context/dates.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { checkLink, proveAddress } from './requests.ts';

const invalid = 'maintenance-addresses/link-invalid';

/** The link that proves an address (E-02). Opening it changes nothing; the press does, so that no mail scanner can. */
export function Page() {
  const t = useTranslations('maintenance-addresses.proof');
  const instant = useInstant();
  const problemText = useProblemText();
  const mailed = useMailedLink('maintenance-address', checkLink);
  const { busy, problem, run } = useAction();
  const next = { to: '/', label: t('home') } as const;

  async function confirm(): Promise<void> {
    await proveAddress(mailed.token);
    await mailed.setDone('yes');
  }
  const unusable = (text: string) => (
    <MailedLinkTold kind="warning" title={t('invalidTitle')} text={text} next={next} />
  );

  return (
    <MailedLinkPage
      mailed={mailed}
      problem={problem}
      title={t('title')}
      invalid={{ code: invalid, shown: unusable(problemText(invalid)) }}
      noToken={unusable(t('noToken'))}
      done={() => <MailedLinkTold kind="success" title={t('doneTitle')} text={t('doneText')} next={next} />}
    >
      {({ organization, mail, expiresAt }) => (
        <Card>
          <Stack>
            <p>{t('text', { organization, mail })}</p>
            <p>{t('expires', { date: instant(expiresAt) })}</p>
            <ErrorState problem={problem} />
            <div>
              <Button busy={busy} onClick={() => void run(confirm)}>
                {t('submit')}
              </Button>
            </div>
          </Stack>
        </Card>
      )}
    </MailedLinkPage>
  );
}
