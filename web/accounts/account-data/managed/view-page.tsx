import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../../../context/dates.ts';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { useRoleWord } from '../../../context/role-word.ts';
import { useSession } from '../../../context/session.ts';
import { Card, Row, Stack } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { AccountSummary, hasOrganizationFields } from '../account-summary.tsx';
import { managedAccountQuery } from '../requests.ts';

/** What an operator sees of a user and the organization, and the way to change it for them. */
export function Page() {
  const t = useTranslations('account-data.managed');
  const ui = useTranslations('ui');
  const instant = useInstant();
  const roleWord = useRoleWord();
  const { organization = '', user = '' } = useParams({ strict: false });
  const session = useSession();
  const { permissions } = session;
  const { data: account } = useSuspenseQuery(managedAccountQuery(organization, user));
  const { user: person } = account;
  const left = person.leftAt !== null;
  const mayChange = permissions.includes('accounts:change') && !left;
  const params = { organization, user };
  const facts = [
    ...(left ? [] : [{ name: t('loginId'), value: <span translate="no">{person.loginId}</span> }]),
    { name: t('mail'), value: person.mail || ui('notGiven') },
    { name: t('role'), value: roleWord(person.role) },
    { name: t('signedUp'), value: instant(person.createdAt) },
    { name: t('lastLogin'), value: person.lastLoginAt ? instant(person.lastLoginAt) : t('never') },
  ];
  return (
    <PageFrame
      title={
        left ? t('viewLeftTitle', { name: person.name || person.mail }) : t('viewTitle', { loginId: person.loginId })
      }
      part={t('title')}
      width="reading"
      lead={person.leftAt ? t('viewLeftLead', { at: instant(person.leftAt) }) : t('viewLead')}
    >
      <Card labelledBy="account-person">
        <Stack>
          <h2 id="account-person">{t('person')}</h2>
          <AccountSummary account={account} part="person" more={facts} />
        </Stack>
      </Card>
      <Card labelledBy="account-organization">
        <Stack>
          <h2 id="account-organization">{t('organization')}</h2>
          {hasOrganizationFields(account) ? (
            <AccountSummary account={account} part="organization" />
          ) : (
            <SummaryList entries={[{ name: t('organizationName'), value: account.organization.name }]} />
          )}
        </Stack>
      </Card>
      <Row>
        {mayChange && (
          <ButtonTo to="/o/$organization/accounts/$user/edit" params={params}>
            {t('edit')}
          </ButtonTo>
        )}
        {mayChange && (
          <ButtonTo kind="secondary" to="/o/$organization/accounts/$user/second-factor" params={params}>
            {t('secondFactor')}
          </ButtonTo>
        )}
        {mayChange && (
          <ButtonTo kind="secondary" to="/o/$organization/accounts/$user/open" params={params}>
            {t('open')}
          </ButtonTo>
        )}
        {mayChange && account.organization.kind !== 'maker' && person.mail !== '' && (
          <ButtonTo kind="secondary" to="/o/$organization/accounts/$user/address" params={params}>
            {t('address')}
          </ButtonTo>
        )}
        {permissions.includes('accounts:change') && session.user.id !== user && (
          <ButtonTo kind="quiet" to="/o/$organization/accounts/$user/personal-data" params={params}>
            {t('personalData')}
          </ButtonTo>
        )}
        <ButtonTo kind="quiet" to="/o/$organization/accounts" params={params}>
          {t('toList')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
