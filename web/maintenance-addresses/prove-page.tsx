import { useTranslations } from 'use-intl';
import { useMailedLink } from '../accounts/account-data/use-mailed-link.ts';
import { ApiProblem } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { checkLink, proveAddress } from './requests.ts';

const invalid = 'maintenance-addresses/link-invalid';

/** The link that proves an address (E-02). Opening it changes nothing; the press does, so that no mail scanner can. */
export function Page() {
  const t = useTranslations('maintenance-addresses.proof');
  const instant = useInstant();
  const problemText = useProblemText();
  const { token, link, done, setDone } = useMailedLink('maintenance-address', checkLink);
  const { busy, problem, run } = useAction();
  const refused = problem ?? link.error;

  if (done) return <Told title={t('doneTitle')} kind="success" text={t('doneText')} />;
  if (token === '') return <Told title={t('invalidTitle')} kind="warning" text={t('noToken')} />;
  if (refused instanceof ApiProblem && refused.code === invalid)
    return <Told title={t('invalidTitle')} kind="warning" text={problemText(invalid)} />;

  async function confirm(): Promise<void> {
    await proveAddress(token);
    await setDone('yes');
  }

  return (
    <PageFrame title={t('title')} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && (
        <Card>
          <Stack>
            <p>{t('text', { organization: link.data.organization, mail: link.data.mail })}</p>
            <p>{t('expires', { date: instant(link.data.expiresAt) })}</p>
            <ErrorState problem={problem} />
            <div>
              <Button busy={busy} onClick={() => void run(confirm)}>
                {t('submit')}
              </Button>
            </div>
          </Stack>
        </Card>
      )}
    </PageFrame>
  );
}

function Told({ title, kind, text }: { title: string; kind: 'success' | 'warning'; text: string }) {
  const t = useTranslations('maintenance-addresses.proof');
  return (
    <PageFrame title={title} width="reading">
      <Notice kind={kind} live>
        {text}
      </Notice>
      <div>
        <ButtonTo to="/">{t('home')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
