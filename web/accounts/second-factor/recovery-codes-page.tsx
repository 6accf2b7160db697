import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Card } from '../../ui/layout.tsx';
import { CodesShown } from './codes-shown.tsx';
import { PasswordForm } from './password-form.tsx';
import { newRecoveryCodes } from './requests.ts';
import { useFactorsChanged } from './use-factors.ts';

/** New recovery codes for those that are used up or lost. */
export function Page() {
  const t = useTranslations('second-factor.codes');
  const security = useTranslations('second-factor.security');
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [kept, setKept] = useState(false);
  if (kept) return <Go to="/account/security" />;
  async function keep(): Promise<void> {
    await changed();
    setKept(true);
  }
  return (
    <PageFrame title={t('title')} part={security('title')} width="reading" lead={codes ? undefined : t('makeLead')}>
      {codes ? (
        <CodesShown codes={codes} onKept={() => void keep()} />
      ) : (
        <Card>
          <PasswordForm
            label={t('password')}
            submit={t('make')}
            onSubmit={async (password) => {
              const { recoveryCodes } = await newRecoveryCodes(password);
              setCodes(recoveryCodes);
            }}
            beside={
              <ButtonTo kind="quiet" to="/account/security">
                {security('back')}
              </ButtonTo>
            }
          />
        </Card>
      )}
    </PageFrame>
  );
}
