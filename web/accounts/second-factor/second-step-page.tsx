import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { SecondStepKind } from '../../../domain/accounts/second-factor.ts';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { ByCode } from './by-code.tsx';
import { ByPasskey } from './by-passkey.tsx';
import { canUsePasskeys } from './ceremonies.ts';
import { secondStepQuery } from './requests.ts';
import styles from './second-factor.module.css';

const overCode = 'accounts/second-step-over';

/** After the right password: a passkey, a code of the app, or a recovery code. A reload goes on where it was. */
export function Page() {
  const t = useTranslations('second-factor.step');
  const format = useFormatter();
  const step = useQuery(secondStepQuery);
  const [over, setOver] = useState<ApiProblem | null>(null);
  const ended = over ?? (step.error instanceof ApiProblem && step.error.code === overCode ? step.error : null);
  if (ended) return <Over problem={ended} />;
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {step.isPending && <Loading />}
      {step.error && <ErrorState problem={step.error} onRetry={() => void step.refetch()} />}
      {step.data && <Ways kinds={step.data.kinds.filter(isUsable)} onOver={setOver} />}
      {step.data && (
        <p className={styles['soft']}>
          {t('until', { time: format.dateTime(new Date(step.data.expiresAt), { timeStyle: 'short' }) })} {t('lost')}
        </p>
      )}
    </PageFrame>
  );
}

function isUsable(kind: SecondStepKind): boolean {
  return kind !== 'passkey' || canUsePasskeys();
}

type WaysProps = { kinds: readonly SecondStepKind[]; onOver: (problem: ApiProblem) => void };

const switches = { passkey: 'usePasskey', totp: 'useTotp', 'recovery-code': 'useCode' } as const;

function Ways({ kinds, onOver }: WaysProps) {
  const t = useTranslations('second-factor.step');
  const [chosen, setChosen] = useState<SecondStepKind | null>(null);
  const kind = chosen ?? kinds[0];
  const others = kinds.filter((one) => one !== kind);
  function explain(problem: unknown): boolean {
    if (!(problem instanceof ApiProblem) || problem.code !== overCode) return false;
    onOver(problem);
    return true;
  }
  return (
    <>
      <Card>
        {kind === 'passkey' && <ByPasskey explain={explain} />}
        {(kind === 'totp' || kind === 'recovery-code') && <ByCode key={kind} kind={kind} explain={explain} />}
      </Card>
      {others.length > 0 && (
        <section aria-labelledby="other-ways">
          <Stack gap="small">
            <h2 id="other-ways">{t('other')}</h2>
            <ul className={styles['ways']}>
              {others.map((one) => (
                <li key={one}>
                  <Button kind="secondary" onClick={() => setChosen(one)}>
                    {t(switches[one])}
                  </Button>
                </li>
              ))}
            </ul>
          </Stack>
        </section>
      )}
    </>
  );
}

function Over({ problem }: { problem: ApiProblem }) {
  const t = useTranslations('second-factor.step');
  const { return: wanted } = useSearch({ strict: false });
  return (
    <PageFrame title={t('overTitle')} width="reading">
      <Notice kind="warning" live>
        {problem.message}
      </Notice>
      <div>
        <ButtonTo to="/login" search={wanted ? { return: wanted } : {}}>
          {t('over')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
