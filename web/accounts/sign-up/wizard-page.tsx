import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readSignUpForm } from '../../../domain/accounts/sign-up-form.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Site } from '../../api/types.ts';
import { draftQuery, useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { CodeStep } from './code-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { ReceivedStep } from './received-step.tsx';
import { openSteps, readSignUpDraft, waitingStep, wizardSteps, type StepId } from './state.ts';
import { TermsStep } from './terms-step.tsx';
import { readToken } from './token.ts';

export function Page() {
  const { draft = '', step = '' } = useParams({ strict: false });
  const [signUp] = useSite().signUps;
  const t = useTranslations('accounts.signUp');
  const { error, isPending, refetch } = useQuery(draftQuery(draft));
  if (isPending) return <Loading />;
  if (signUp && !error) return <Steps key={draft} draftId={draft} step={step} signUp={signUp} />;
  const gone = !signUp || (error instanceof ApiProblem && error.status === 404);
  return (
    <PageFrame title={gone ? t('gone.title') : t('title')} width="reading">
      {gone ? (
        <>
          <p>{t('gone.text')}</p>
          <div>
            <ButtonTo to="/sign-up">{t('gone.again')}</ButtonTo>
          </div>
        </>
      ) : (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      )}
    </PageFrame>
  );
}

type Props = { draftId: string; step: string; signUp: Site['signUps'][number] };

function Steps({ draftId, step, signUp }: Props) {
  const t = useTranslations('accounts.signUp');
  const navigate = useNavigate();
  const draft = useDraft(draftId, readSignUpDraft);
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  const steps = wizardSteps(signUp.steps);
  const formIsFilled = readSignUpForm(draft.values.values, signUp.fields).ok;
  const open = openSteps(steps, { draft: draft.values, formIsFilled, hasToken: readToken(draftId) !== null });
  const current = open.find((one) => one === step);
  const furthest = open.at(-1) ?? 'form';
  if (!current) return <Go to="/sign-up/$draft/$step" params={{ draft: draftId, step: furthest }} />;

  const go = (to: StepId): void => void navigate({ to: '/sign-up/$draft/$step', params: { draft: draftId, step: to } });
  const at = steps.indexOf(current);
  const waiting = waitingStep(steps);
  const titleOf = (one: StepId): string => t(`steps.${one === 'done' && waiting === 'done' ? 'received' : one}`);
  const common = {
    draftId,
    draft,
    fields: signUp.fields,
    back: at > 0 ? () => go(steps[at - 1] ?? 'form') : null,
    next: () => go(steps[at + 1] ?? 'done'),
  };
  const refuse = (faults: readonly FormFault[]): void => {
    setRefused(faults);
    go('form');
  };

  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((one) => ({ id: one, title: titleOf(one) }))}>
      {current === 'terms' && <TermsStep {...common} />}
      {current === 'form' && <FormStep {...common} refused={refused} />}
      {current === 'confirm' && <ConfirmStep {...common} steps={steps} onRefused={refuse} />}
      {current === waiting && <ReceivedStep {...common} />}
      {current === 'code' && <CodeStep {...common} />}
      {current === 'password' && <PasswordStep {...common} />}
      {current === 'done' && waiting !== 'done' && <DoneStep />}
    </Wizard>
  );
}
