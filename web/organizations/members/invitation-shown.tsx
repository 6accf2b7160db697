import { useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { useRoleWord } from '../../context/role-word.ts';
import { useSessionOrNone } from '../../context/session.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Invited } from '../requests.ts';

/** Who invites to what, before anything is typed. */
export function InvitationShown({ invited }: { invited: Invited }) {
  const t = useTranslations('members');
  const word = useRoleWord();
  const instant = useInstant();
  const session = useSessionOrNone();
  const { organization, inviter, mail, role, expiresAt } = invited;
  return (
    <>
      {session && (
        <Notice kind="warning">{t('accept.loggedIn', { name: session.user.name || session.user.loginId })}</Notice>
      )}
      <Card>
        <Stack>
          <p>{inviter ? t('accept.lead', { inviter, organization }) : t('accept.leadNobody', { organization })}</p>
          <SummaryList
            entries={[
              { name: t('accept.mail'), value: mail },
              { name: t('accept.role'), value: t('roleMeans', { role: word(role), means: t(`roles.${role}`) }) },
              { name: t('accept.expires'), value: instant(expiresAt) },
            ]}
          />
        </Stack>
      </Card>
    </>
  );
}
