import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLife } from '../life.ts';
import { Resend } from './resend.tsx';
import type { StepProps } from './step-props.ts';

/** The account is asked for; what is left is the link in the mail. */
export function ReceivedStep({ draft, way }: StepProps) {
  const t = useTranslations('accounts.signUp');
  const life = useLife();
  const { received } = draft.values;
  if (!received) return null;
  return (
    <Page title={t('received.title')} part={t('title')} width="reading">
      <Notice kind="success" live>
        {t('received.link', { mail: received.mail, life: life(way.proof.life) })}
      </Notice>
      {received.loginId && (
        <Card labelledBy="login-id">
          <Stack gap="small">
            <h2 id="login-id">{t('received.loginId')}</h2>
            <Row justify="between">
              <Code large>{received.loginId}</Code>
              <CopyButton text={received.loginId} label={t('received.copyId')} />
            </Row>
            <p>{t('received.loginIdNote')}</p>
          </Stack>
        </Card>
      )}
      <Resend signUp={received.signUp} />
      <div>
        <ButtonTo kind="quiet" to="/login" icon="left">
          {t('done.logIn')}
        </ButtonTo>
      </div>
    </Page>
  );
}
