import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useMailedLink } from '../../accounts/account-data/use-mailed-link.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { checkInvitation } from '../requests.ts';
import { AcceptForm } from './accept-form.tsx';
import { InvitationShown } from './invitation-shown.tsx';

/** The link of a mailed invitation. Opening it uses nothing up; the account comes to be with the form. */
export function Page() {
  const t = useTranslations('members.accept');
  const { token, link, done, setDone } = useMailedLink('invitation', checkInvitation);
  const [loginId, setLoginId] = useState('');
  const [refused, setRefused] = useState(false);

  if (done) return <Done loginId={loginId} />;
  if (token === '') return <Unusable text={t('noToken')} />;
  if (refused || (link.error instanceof ApiProblem && link.error.code === 'organizations/invitation-invalid'))
    return <Unusable text={t('invalidText')} />;
  if (link.error) {
    return (
      <PageFrame title={t('titlePlain')} width="reading">
        <ErrorState problem={link.error} onRetry={() => void link.refetch()} />
      </PageFrame>
    );
  }
  if (!link.data) return <Loading />;
  const invited = link.data;
  return (
    <PageFrame title={t('title', { organization: invited.organization })} width="reading">
      <InvitationShown invited={invited} />
      <AcceptForm
        token={token}
        invited={invited}
        onRefused={() => setRefused(true)}
        onDone={async (made) => {
          setLoginId(made);
          await setDone('yes');
        }}
      />
      <p>{t('notMine')}</p>
    </PageFrame>
  );
}

function Unusable({ text }: { text: string }) {
  const t = useTranslations('members.accept');
  return (
    <PageFrame title={t('invalidTitle')} width="reading">
      <Notice kind="warning">{text}</Notice>
      <div>
        <ButtonTo to="/login">{t('logIn')}</ButtonTo>
      </div>
    </PageFrame>
  );
}

/** After a reload the login ID is no longer here; the mail has it. */
function Done({ loginId }: { loginId: string }) {
  const t = useTranslations('members.accept');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText')}
      </Notice>
      {loginId && (
        <Card labelledBy="login-id">
          <Stack gap="small">
            <h2 id="login-id">{t('doneLoginId')}</h2>
            <Row justify="between">
              <Code large>{loginId}</Code>
              <CopyButton text={loginId} label={t('copy')} />
            </Row>
          </Stack>
        </Card>
      )}
      <p>{t('doneMail')}</p>
      <div>
        <ButtonTo to="/login">{t('logIn')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
