import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { draftQuery, useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { waysQuery } from './requests.ts';
import { judgeAccount, readAccountDraft } from './state.ts';

const steps = ['form', 'confirm', 'done'] as const;
type Step = (typeof steps)[number];

/** Form → check → done (L-01): an account for somebody else. What is typed is on the server and outlives a reload. */
export function Page() {
  const t = useTranslations('new-accounts');
  const gone = useTranslations('account-data.edit');
  const { organization = '', draft = '' } = useParams({ strict: false });
  const { error, isPending, refetch } = useQuery(draftQuery(draft));
  if (isPending) return <Loading />;
  if (!error) return <Steps key={draft} organization={organization} draftId={draft} />;
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <PageFrame title={isGone ? gone('goneTitle') : t('title')} width="reading">
      {isGone ? (
        <>
          <p>{gone('goneText')}</p>
          <div>
            <ButtonTo to="/o/$organization/new-account" params={{ organization }}>
              {gone('again')}
            </ButtonTo>
          </div>
        </>
      ) : (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      )}
    </PageFrame>
  );
}

function Steps({ organization, draftId }: { organization: string; draftId: string }) {
  const t = useTranslations('new-accounts');
  const { step = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const draft = useDraft(draftId, readAccountDraft);
  const { items: ways } = useSuspenseQuery(waysQuery(organization)).data;
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  // Out of the server's one answer; a reload forgets it, and nobody can show it again.
  const [password, setPassword] = useState<string | null>(null);
  const isFilled = judgeAccount(ways, draft.values).length === 0;
  // Once the account is made the steps before do not open again: it cannot be made twice.
  const open: Step[] = draft.values.made ? ['done'] : isFilled ? ['form', 'confirm'] : ['form'];
  const current = open.find((one) => one === step);
  const params = { organization, draft: draftId };
  const go = (to: Step, replace = false): void =>
    void navigate({ to: '/o/$organization/new-account/$draft/$step', params: { ...params, step: to }, replace });
  if (!current)
    return <Go to="/o/$organization/new-account/$draft/$step" params={{ ...params, step: open.at(-1) ?? 'form' }} />;

  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && <FormStep ways={ways} draft={draft} refused={refused} next={() => go('confirm')} />}
      {current === 'confirm' && (
        <ConfirmStep
          organization={organization}
          ways={ways}
          draft={draft}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onMade={async ({ password: shown, user, loginId, mail, expiresAt }, how) => {
            setPassword(shown);
            await draft.commit({ made: { user, loginId, mail, expiresAt, how } });
            go('done', true);
          }}
        />
      )}
      {current === 'done' && <DoneStep organization={organization} draft={draft.values} password={password} />}
    </Wizard>
  );
}
