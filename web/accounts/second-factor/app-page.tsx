import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Finished } from './finished.tsx';
import { PasswordForm } from './password-form.tsx';
import { QrCode } from './qr-code.tsx';
import { beginApp, confirmApp, ownFactorsQuery, type OwnFactors } from './requests.ts';
import styles from './second-factor.module.css';
import { useFactorsChanged } from './use-factors.ts';
import { useReturn } from './use-return.ts';

type Setup = NonNullable<OwnFactors['totpSetup']>;

/** Sets an authenticator app up: password, picture to scan, first code. A reload goes on where it was. */
export function Page() {
  const t = useTranslations('second-factor.app');
  const security = useTranslations('second-factor.security');
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  const changed = useFactorsChanged();
  const wanted = useReturn();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <Finished title={t('doneTitle')} text={t('done')} codes={codes} />;
  const setup = factors.totpSetup;
  return (
    <PageFrame title={t('title')} part={security('title')} width="reading" lead={setup ? undefined : t('passwordLead')}>
      {factors.totp && <Notice>{t('replaces')}</Notice>}
      {setup ? (
        <Scan setup={setup} onDone={setCodes} />
      ) : (
        <Card>
          <PasswordForm
            label={t('password')}
            submit={t('next')}
            onSubmit={async (password) => {
              await beginApp(password);
              await changed();
            }}
            beside={
              <ButtonTo kind="quiet" to="/account/security" search={wanted}>
                {security('back')}
              </ButtonTo>
            }
          />
        </Card>
      )}
    </PageFrame>
  );
}

function Scan({ setup, onDone }: { setup: Setup; onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations('second-factor.app');
  return (
    <>
      <Card labelledBy="scan">
        <Stack>
          <h2 id="scan">{t('scanTitle')}</h2>
          <p>{t('scan')}</p>
          <QrCode text={setup.uri} label={t('qr')} />
          <p>
            <a href={setup.uri}>{t('open')}</a>
          </p>
          <p>{t('byHand')}</p>
          <Row>
            <span className={styles['key']}>
              <Code>{setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
            </span>
            <CopyButton text={setup.secret} label={t('copyKey')} />
          </Row>
        </Stack>
      </Card>
      <FirstCode setup={setup} onDone={onDone} />
    </>
  );
}

function FirstCode({ setup, onDone }: { setup: Setup; onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations('second-factor.app');
  const security = useTranslations('second-factor.security');
  const problemText = useProblemText();
  const format = useFormatter();
  const changed = useFactorsChanged();
  const wanted = useReturn();
  const form = useForm({ code: '' });
  const { busy, problem, run } = useAction();
  const fault = (text: string) => form.show([{ field: 'code', label: t('code'), text }]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form.values.code.trim() === '') {
      fault(problemText('identifiers/required'));
      return;
    }
    void run(
      async () => {
        const { recoveryCodes } = await confirmApp(form.values.code);
        onDone(recoveryCodes ?? []);
      },
      (reason) => {
        if (!(reason instanceof ApiProblem)) return false;
        // The password is asked for anew where the setup is over.
        if (reason.code === 'accounts/totp-setup-over') void changed();
        return reason.code === 'accounts/totp-code-wrong' && !fault(reason.message);
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Card labelledBy="first-code">
        <Stack>
          <h2 id="first-code">{t('codeTitle')}</h2>
          <ErrorSummary {...form} />
          <TextField
            required
            width="short"
            id={form.idOf('code')}
            label={t('code')}
            support={t('codeSupport')}
            fault={form.faultOf('code')}
            value={form.values.code}
            onChange={(value) => form.set('code', value)}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
          <p className={styles['soft']}>
            {t('until', { time: format.dateTime(new Date(setup.expiresAt), { timeStyle: 'short' }) })}
          </p>
          <ErrorState problem={problem} />
          <Row>
            <Button type="submit" busy={busy}>
              {t('confirm')}
            </Button>
            <ButtonTo kind="quiet" to="/account/security" search={wanted}>
              {security('back')}
            </ButtonTo>
          </Row>
        </Stack>
      </Card>
    </form>
  );
}
