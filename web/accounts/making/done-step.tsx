import { useTranslations } from 'use-intl';
import { useDeadline } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Card, Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Handout } from './handout.tsx';
import type { NewAccountDraft } from './state.ts';

type Props = { organization: string; draft: NewAccountDraft; password: string | null };

export function DoneStep({ organization, draft, password }: Props) {
  const t = useTranslations('new-accounts');
  const { permissions } = useSession();
  const { made } = draft;
  if (!made) return null;
  const mayOpen = permissions.includes('accounts:change');
  const params = { organization, user: made.user };
  return (
    <Page title={t('done.title')} part={t('title')} width="reading">
      <Said made={made} hasPassword={password !== null} mayOpen={mayOpen} />
      {password === null ? (
        <Card>
          <SummaryList entries={[{ name: t('form.loginId'), value: <span translate="no">{made.loginId}</span> }]} />
        </Card>
      ) : (
        <Handout loginId={made.loginId} password={password} expiresAt={made.expiresAt} />
      )}
      <Row print={false}>
        <ButtonTo icon="plus" to="/o/$organization/new-account" params={{ organization }}>
          {t('done.another')}
        </ButtonTo>
        {permissions.includes('accounts:read') && (
          <ButtonTo kind="secondary" to="/o/$organization/accounts/$user" params={params}>
            {t('done.view')}
          </ButtonTo>
        )}
        {permissions.includes('customers:read') && (
          <ButtonTo kind="secondary" to="/o/$organization/customers" params={params}>
            {t('done.customers')}
          </ButtonTo>
        )}
        {mayOpen && made.how === 'initial' && password === null && (
          <ButtonTo kind="secondary" to="/o/$organization/accounts/$user/open" params={params}>
            {t('done.openAgain')}
          </ButtonTo>
        )}
        <ButtonTo kind="quiet" to="/">
          {t('done.home')}
        </ButtonTo>
      </Row>
    </Page>
  );
}

type SaidProps = { made: NonNullable<NewAccountDraft['made']>; hasPassword: boolean; mayOpen: boolean };

/** What happened, and what is to be done now. */
function Said({ made, hasPassword, mayOpen }: SaidProps) {
  const t = useTranslations('new-accounts.done');
  const instant = useDeadline();
  if (made.how === 'initial' && !hasPassword) return <Notice kind="warning">{t(mayOpen ? 'gone' : 'goneAsk')}</Notice>;
  const until = made.expiresAt ? instant(made.expiresAt) : '';
  return (
    <Notice kind="success" live>
      {made.how === 'link' ? t('link', { mail: made.mail, until }) : t(made.how)}
    </Notice>
  );
}
