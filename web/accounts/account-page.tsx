import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useRoleWord } from '../context/role-word.ts';
import { Card } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';

export function Page() {
  const t = useTranslations('accounts.account');
  const words = useTranslations('shell.account');
  const { user, organization } = useSession();
  const roleWord = useRoleWord();
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <Card>
        <SummaryList
          entries={[
            { name: words('name'), value: user.name },
            { name: words('loginId'), value: <span translate="no">{user.loginId}</span> },
            { name: words('mail'), value: user.mail },
            { name: words('organization'), value: organization.name },
            { name: words('role'), value: roleWord(user.role) },
          ]}
        />
      </Card>
    </PageFrame>
  );
}
