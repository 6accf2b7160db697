import { useTranslations } from 'use-intl';
import { useMailedLink } from '../accounts/account-data/use-mailed-link.ts';
import { ApiProblem } from '../api/problem.ts';
import { Contact } from '../context/contact.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { checkNewsLink, withdrawNews } from './requests.ts';

/** Withdrawing from news by the link of a mail, without a login (P-05): opening it changes nothing, one click does. */
export function Page() {
  const t = useTranslations('mailings.withdraw');
  const { token, link, done, setDone } = useMailedLink('news-withdrawal', checkNewsLink);
  const { busy, problem, run } = useAction();
  const refused = problem ?? link.error;
  if (done) return <Done />;
  if (token === '' || (refused instanceof ApiProblem && refused.code === 'accounts/news-link-invalid'))
    return <Unusable />;
  const confirm = () =>
    void run(async () => {
      await withdrawNews(token);
      await setDone('yes');
    });
  return (
    <PageFrame title={t('title')} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && (
        <Card>
          <Stack>
            <p>{t(link.data.news ? 'text' : 'already', { mail: link.data.mail || t('noAddress') })}</p>
            <p>{t('keeps')}</p>
            <ErrorState problem={problem} help={<Contact />} />
            {link.data.news && (
              <Row>
                <Button busy={busy} onClick={confirm}>
                  {t('submit')}
                </Button>
              </Row>
            )}
          </Stack>
        </Card>
      )}
    </PageFrame>
  );
}

function Unusable() {
  const t = useTranslations('mailings.withdraw');
  return (
    <PageFrame title={t('invalidTitle')} width="reading">
      <Notice kind="warning">{t('invalidText')}</Notice>
      <Contact />
    </PageFrame>
  );
}

function Done() {
  const t = useTranslations('mailings.withdraw');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText')}
      </Notice>
      <p>{t('keeps')}</p>
      <div>
        <ButtonTo kind="secondary" to="/login">
          {t('logIn')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
