import { useTranslations } from 'use-intl';
import { MailedLinkPage, MailedLinkTold } from '../accounts/account-data/mailed-link-page.tsx';
import { useMailedLink } from '../accounts/account-data/use-mailed-link.ts';
import { Contact } from '../context/contact.tsx';
import { Button } from '../ui/button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { checkNewsLink, withdrawNews } from './requests.ts';

/** Withdrawing from news by the link of a mail, without a login (P-05): opening it changes nothing, one click does. */
export function Page() {
  const t = useTranslations('mailings.withdraw');
  const mailed = useMailedLink('news-withdrawal', checkNewsLink);
  const { busy, problem, run } = useAction();
  const confirm = () =>
    void run(async () => {
      await withdrawNews(mailed.token);
      await mailed.setDone('yes');
    });
  const unusable = (
    <MailedLinkTold kind="warning" title={t('invalidTitle')} text={t('invalidText')}>
      <Contact />
    </MailedLinkTold>
  );
  const done = (
    <MailedLinkTold
      kind="success"
      title={t('doneTitle')}
      text={t('doneText')}
      next={{ to: '/login', label: t('logIn'), kind: 'secondary' }}
    >
      <p>{t('keeps')}</p>
    </MailedLinkTold>
  );
  return (
    <MailedLinkPage
      mailed={mailed}
      problem={problem}
      title={t('title')}
      invalid={{ code: 'accounts/news-link-invalid', shown: unusable }}
      done={() => done}
    >
      {({ news, mail }) => (
        <Card>
          <Stack>
            <p>{t(news ? 'text' : 'already', { mail: mail || t('noAddress') })}</p>
            <p>{t('keeps')}</p>
            <ErrorState problem={problem} help={<Contact />} />
            {news && (
              <Row>
                <Button busy={busy} onClick={confirm}>
                  {t('submit')}
                </Button>
              </Row>
            )}
          </Stack>
        </Card>
      )}
    </MailedLinkPage>
  );
}
