import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { recoveryCodesCount } from '../../../domain/accounts/recovery-codes.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { LogOutButton } from '../../context/log-out-button.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { ownFactorsQuery, type OwnFactors, type OwnPasskey } from './requests.ts';
import { useReturn } from './use-return.ts';
import styles from './second-factor.module.css';

const fewCodes = 3;

/** What is asked for besides my password (P-16), with the ways to add and to remove. */
export function Page() {
  const t = useTranslations('second-factor.security');
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  const { methods } = useSite().secondFactor;
  const isOn = factors.recoveryCodesLeft !== null;
  const isOwed = factors.demanded && !isOn;
  const shown = (method: 'passkey' | 'totp', isThere: boolean) => methods.includes(method) || isThere;
  return (
    <PageFrame
      title={isOwed ? t('owedTitle') : t('title')}
      width="reading"
      lead={isOwed ? t('owedLead') : methods.length > 0 ? t('lead') : undefined}
    >
      {methods.length === 0 && !isOn && <Notice>{t('none')}</Notice>}
      {methods.length > 0 && !isOwed && (
        <Notice kind={isOn ? 'success' : 'warning'} title={isOn ? t('on') : t('off')}>
          {isOn ? t('onText') : t('offText')}
        </Notice>
      )}
      {shown('passkey', factors.passkeys.length > 0) && <Passkeys passkeys={factors.passkeys} />}
      {shown('totp', factors.totp !== null) && <App totp={factors.totp} />}
      {factors.recoveryCodesLeft !== null && <Codes left={factors.recoveryCodesLeft} />}
      {isOn && <p className={styles['soft']}>{t('lost')}</p>}
      {isOwed && (
        <div>
          <LogOutButton>{t('logOut')}</LogOutButton>
        </div>
      )}
    </PageFrame>
  );
}

function Passkeys({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const t = useTranslations('second-factor.passkeys');
  const instant = useInstant();
  const { methods, passkeyLogin } = useSite().secondFactor;
  const wanted = useReturn();
  return (
    <Card labelledBy="passkeys">
      <Stack>
        <h2 id="passkeys">{t('title')}</h2>
        <p>
          {t('text')} {passkeyLogin && t('logsIn')}
        </p>
        {passkeys.length === 0 && <p>{t('none')}</p>}
        {passkeys.length > 0 && (
          <ul className={styles['entries']}>
            {passkeys.map((one) => (
              <li key={one.id}>
                <Stack gap="small">
                  <Row justify="between">
                    <h3>{one.name}</h3>
                    <ButtonTo
                      kind="secondary"
                      compact
                      to="/account/security/passkeys/$passkey"
                      params={{ passkey: one.id }}
                      aria-label={t('openName', { name: one.name })}
                    >
                      {t('open')}
                    </ButtonTo>
                  </Row>
                  <SummaryList
                    entries={[
                      { name: t('where'), value: one.synced ? t('synced') : t('oneDevice') },
                      { name: t('added'), value: instant(one.addedAt) },
                      { name: t('used'), value: one.lastUsedAt ? instant(one.lastUsedAt) : t('never') },
                    ]}
                  />
                </Stack>
              </li>
            ))}
          </ul>
        )}
        {methods.includes('passkey') && (
          <div>
            <ButtonTo icon="plus" to="/account/security/passkeys/new" search={wanted}>
              {t('add')}
            </ButtonTo>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function App({ totp }: { totp: OwnFactors['totp'] }) {
  const t = useTranslations('second-factor.app');
  const words = useTranslations('second-factor.passkeys');
  const instant = useInstant();
  const wanted = useReturn();
  const { methods } = useSite().secondFactor;
  return (
    <Card labelledBy="app">
      <Stack>
        <h2 id="app">{t('title')}</h2>
        <p>{t('text')}</p>
        {totp ? (
          <SummaryList
            entries={[
              { name: t('added'), value: instant(totp.addedAt) },
              { name: t('used'), value: totp.lastUsedAt ? instant(totp.lastUsedAt) : words('never') },
            ]}
          />
        ) : (
          <p>{t('off')}</p>
        )}
        <Row>
          {methods.includes('totp') && (
            <ButtonTo kind={totp ? 'secondary' : 'primary'} to="/account/security/app" search={wanted}>
              {totp ? t('renew') : t('setUp')}
            </ButtonTo>
          )}
          {totp && (
            <ButtonTo kind="quiet" icon="trash" to="/account/security/app/remove">
              {t('remove')}
            </ButtonTo>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

function Codes({ left }: { left: number }) {
  const t = useTranslations('second-factor.codes');
  const security = useTranslations('second-factor.security');
  return (
    <Card labelledBy="codes">
      <Stack>
        <h2 id="codes">{t('title')}</h2>
        <p>{t('text')}</p>
        {left <= fewCodes ? (
          <Notice kind="warning">{security('few', { left })}</Notice>
        ) : (
          <p>{t('left', { left, count: recoveryCodesCount })}</p>
        )}
        <div>
          <ButtonTo kind="secondary" icon="refresh" to="/account/security/recovery-codes">
            {t('make')}
          </ButtonTo>
        </div>
      </Stack>
    </Card>
  );
}
