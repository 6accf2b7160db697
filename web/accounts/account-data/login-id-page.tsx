import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { changeLoginId, ownAccountQuery, type Account } from './requests.ts';
import { PasswordedForm } from './passworded-form.tsx';
import { usePasswordForm } from './use-password-form.ts';

/** Another login ID (K-09), where the site's data let people have one. */
export function Page() {
  const t = useTranslations('account-data.loginId');
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  const [done, setDone] = useState<string | null>(null);
  const { user, loginIdRule } = account;
  if (done !== null) return <Done loginId={done} mail={user.mail} />;
  return (
    <PageFrame title={t('title')} width="reading" lead={loginIdRule && t('lead', { present: user.loginId })}>
      {loginIdRule ? (
        <Form loginId={user.loginId} rule={loginIdRule} onDone={setDone} />
      ) : (
        <>
          <p>{t('fixed')}</p>
          <div>
            <ButtonTo to="/account">{t('back')}</ButtonTo>
          </div>
        </>
      )}
    </PageFrame>
  );
}

type FormProps = {
  loginId: string;
  rule: NonNullable<Account['loginIdRule']>;
  onDone: (loginId: string) => void;
};

function Form({ loginId, rule, onDone }: FormProps) {
  const t = useTranslations('account-data.loginId');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const labels = { loginId: t('loginId'), password: t('password') };
  const { form, isFilled, explain } = usePasswordForm<'loginId'>(labels);
  const { min, max } = rule;

  function submit(): void {
    if (!isFilled()) return;
    void run(async () => {
      const changed = await changeLoginId(form.values);
      onDone(changed.loginId);
      await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }, explain);
  }

  return (
    <PasswordedForm
      form={form}
      loginId={loginId}
      label={labels.password}
      support={t('passwordSupport')}
      problem={problem}
      onSubmit={submit}
      submit={
        <Button type="submit" busy={busy}>
          {t('submit')}
        </Button>
      }
    >
      <TextField
        required
        id={form.idOf('loginId')}
        label={labels.loginId}
        support={t(rule.characters === 'letters-digits' ? 'support' : 'supportLoose', {
          min: String(min),
          max: String(max),
        })}
        fault={form.faultOf('loginId')}
        value={form.values.loginId}
        onChange={(value) => form.set('loginId', value)}
        width="medium"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </PasswordedForm>
  );
}

function Done({ loginId, mail }: { loginId: string; mail: string }) {
  const t = useTranslations('account-data.loginId');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText', { mail })}
      </Notice>
      <Card labelledBy="new-login-id">
        <Stack gap="small">
          <h2 id="new-login-id">{t('yours')}</h2>
          <Row justify="between">
            <Code large>{loginId}</Code>
            <CopyButton text={loginId} label={t('copy')} />
          </Row>
        </Stack>
      </Card>
      <div>
        <ButtonTo to="/account">{t('back')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
