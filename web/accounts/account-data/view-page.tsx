import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AccountSummary, hasOrganizationFields } from './account-summary.tsx';
import { OwnCopy } from './own-copy.tsx';
import { AccountParts } from './parts.tsx';
import { giveUpMailChange, ownAccountQuery } from './requests.ts';

/** My data (P-14, K-09): to look at, with the ways to change each part. */
export function Page() {
  const t = useTranslations('account-data.view');
  const words = useTranslations('shell.account');
  const roleWord = useRoleWord();
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  const mayChangeOrganization = account.fields.some(({ field, editable }) => field === 'company' && editable);
  const role = { name: words('role'), value: roleWord(account.user.role) };
  const edit = (
    <ButtonTo kind="secondary" to="/account/edit">
      {t('edit')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <Card labelledBy="account-person">
        <Stack>
          <h2 id="account-person">{t('person')}</h2>
          <AccountSummary account={account} part="person" more={[role]} />
          <Row>{edit}</Row>
        </Stack>
      </Card>
      <SignIn account={account} />
      <AccountParts />
      <Card labelledBy="account-organization">
        <Stack>
          <h2 id="account-organization">{t('organization')}</h2>
          {hasOrganizationFields(account) ? (
            <AccountSummary account={account} part="organization" />
          ) : (
            <SummaryList entries={[{ name: words('organization'), value: account.organization.name }]} />
          )}
          {hasOrganizationFields(account) && (mayChangeOrganization ? <Row>{edit}</Row> : <p>{t('notYours')}</p>)}
        </Stack>
      </Card>
      <OwnCopy />
    </PageFrame>
  );
}

type Own = Awaited<ReturnType<NonNullable<typeof ownAccountQuery.queryFn>>>;

/** What somebody logs in with: each is changed on a page of its own, with the present password. */
function SignIn({ account }: { account: Own }) {
  const t = useTranslations('account-data.view');
  const words = useTranslations('shell.account');
  const ui = useTranslations('ui');
  const { user, mailChange, loginIdRule } = account;
  return (
    <Card labelledBy="account-sign-in">
      <Stack>
        <h2 id="account-sign-in">{t('signIn')}</h2>
        <SummaryList
          entries={[
            { name: words('loginId'), value: <span translate="no">{user.loginId}</span> },
            { name: words('mail'), value: user.mail || ui('notGiven') },
          ]}
        />
        {user.mail === '' && <Notice kind="warning">{t('noMail')}</Notice>}
        <WaitingMail change={mailChange} present={user.mail} />
        <Row>
          {loginIdRule && (
            <ButtonTo kind="secondary" to="/account/login-id">
              {t('changeLoginId')}
            </ButtonTo>
          )}
          <ButtonTo kind="secondary" to="/account/mail">
            {t(user.mail === '' ? 'addMail' : 'changeMail')}
          </ButtonTo>
          <ButtonTo kind="secondary" to="/account/password">
            {t('changePassword')}
          </ButtonTo>
          <ButtonTo kind="quiet" to="/account/sessions">
            {t('sessionsLink')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}

/** The new address that waits for its proof, and the way to give it up. */
function WaitingMail({ change, present }: { change: Own['mailChange']; present: string }) {
  const t = useTranslations('account-data.view');
  const instant = useInstant();
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [givenUp, setGivenUp] = useState(false);
  async function giveUp(): Promise<void> {
    await giveUpMailChange();
    await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
    setGivenUp(true);
  }
  if (!change) {
    return givenUp ? (
      <Notice kind="success" live>
        {t('givenUp')}
      </Notice>
    ) : null;
  }
  return (
    <Notice>
      <Stack gap="small">
        <p>{t('waiting', { mail: change.mail, until: instant(change.expiresAt), present })}</p>
        <ErrorState problem={problem} />
        <div>
          <Button kind="secondary" compact busy={busy} onClick={() => void run(giveUp)}>
            {t('giveUp')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}
