import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { useSession } from '../../context/session.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Ownership } from './ownership.tsx';

/** What I am in my organization, who owns it, and the ways out of it (P-15). */
export function Page() {
  const t = useTranslations('members');
  const kinds = useTranslations('organizations.kinds');
  const word = useRoleWord();
  const { user, organization, permissions } = useSession();
  const { offered } = useSearch({ strict: false });
  return (
    <PageFrame title={t('own.title')} width="reading" lead={t('own.lead', { organization: organization.name })}>
      {typeof offered === 'string' && (
        <Notice kind="success" live>
          {t('handOver.done', { to: offered })}
        </Notice>
      )}
      <Card labelledBy="own-facts">
        <Stack>
          <h2 id="own-facts">{t('own.facts')}</h2>
          <SummaryList
            entries={[
              { name: t('own.organization'), value: organization.name },
              { name: t('own.kind'), value: kinds(organization.kind) },
              { name: t('own.role'), value: t('roleMeans', { role: word(user.role), means: t(`roles.${user.role}`) }) },
            ]}
          />
          {permissions.includes('members:read') && (
            <div>
              <ButtonTo kind="secondary" to="/o/$organization/members" params={{ organization: organization.id }}>
                {t('own.toMembers')}
              </ButtonTo>
            </div>
          )}
        </Stack>
      </Card>
      <Ownership />
      <Card labelledBy="own-leave">
        <Stack gap="small">
          <h2 id="own-leave">{t('own.leaveTitle')}</h2>
          <p>{t('own.leaveText')}</p>
          <Row>
            <ButtonTo kind="secondary" to="/account/organization/leave">
              {t('own.leave')}
            </ButtonTo>
          </Row>
        </Stack>
      </Card>
      {permissions.includes('organization:close') && (
        <Card labelledBy="own-close">
          <Stack gap="small">
            <h2 id="own-close">{t('own.closeTitle')}</h2>
            <p>{t('own.closeText')}</p>
            <Row>
              <ButtonTo kind="secondary" to="/account/organization/close">
                {t('own.close')}
              </ButtonTo>
            </Row>
          </Stack>
        </Card>
      )}
    </PageFrame>
  );
}
