import { useTranslations } from 'use-intl';
import { PasswordForm } from '../../accounts/second-factor/password-form.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { goOutside } from '../../context/log-out-button.tsx';
import { tellOtherTabs } from '../../context/leaving.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { leaveOrganization } from '../requests.ts';
import { useOnlyOwner } from '../use-only-owner.ts';

/** Leaving the organization (P-15). The only owner is told the ways by which it becomes possible. */
export function Page() {
  const t = useTranslations('members');
  const { organization, user } = useSession();
  const onlyOwner = useOnlyOwner(organization.id, user.role === 'owner');
  const lead = t('leave.lead', { loginId: user.loginId, organization: organization.name });
  return (
    <PageFrame title={t('leave.title')} part={t('leave.part')} width="reading" lead={onlyOwner ? undefined : lead}>
      {onlyOwner ? (
        <OnlyOwner />
      ) : (
        <Card>
          <PasswordForm
            label={t('leave.password')}
            submit={t('leave.submit')}
            kind="danger"
            onSubmit={async (password) => {
              await leaveOrganization(password);
              tellOtherTabs();
              goOutside('/gone?what=left');
            }}
            beside={
              <ButtonTo kind="quiet" to="/account/organization">
                {t('leave.keep')}
              </ButtonTo>
            }
          />
        </Card>
      )}
    </PageFrame>
  );
}

function OnlyOwner() {
  const t = useTranslations('members.leave');
  const { organization, permissions } = useSession();
  return (
    <Notice kind="warning" title={t('onlyOwner')}>
      <Stack gap="small">
        <p>{t('onlyOwnerText')}</p>
        <div>
          <ButtonTo to="/account/organization/hand-over" icon="swap">
            {t('wayHandOver')}
          </ButtonTo>
        </div>
        <div>
          <ButtonTo kind="secondary" to="/o/$organization/members" params={{ organization: organization.id }}>
            {t('wayOwner')}
          </ButtonTo>
        </div>
        {permissions.includes('organization:close') && (
          <div>
            <ButtonTo kind="secondary" to="/account/organization/close">
              {t('wayClose')}
            </ButtonTo>
          </div>
        )}
        <div>
          <ButtonTo kind="quiet" to="/account/organization">
            {t('keep')}
          </ButtonTo>
        </div>
      </Stack>
    </Notice>
  );
}
