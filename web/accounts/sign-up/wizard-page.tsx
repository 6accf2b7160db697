import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readSignUpForm } from '../../../domain/accounts/sign-up-form.ts';
import { useDraft } from '../../context/draft.ts';
import { DraftFlow, GoneDraft, useToStep } from '../../context/draft-flow.tsx';
import { Go } from '../../context/go.tsx';
import { useSite } from '../../context/site.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { AddressStep } from './address-step.tsx';
import { CodeStep } from './code-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { ReceivedStep } from './received-step.tsx';
import { openSteps, readSignUpDraft, stepsOf, waitingStep, wayOf, type StepId } from './state.ts';
import { TermsStep } from './terms-step.tsx';
import { readToken } from './token.ts';
import { WhoStep } from './who-step.tsx';

const here = '/sign-up/$draft/$step';

export function Page() {
  const t = useTranslations('accounts.signUp');
  const { signUps } = useSite();
  const gone = { title: t('gone.title'), text: t('gone.text'), again: t('gone.again') };
  if (signUps.length === 0) return <GoneDraft start="/sign-up" gone={gone} />;
  return (
    <DraftFlow title={t('title')} start="/sign-up" gone={gone}>
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('accounts.signUp');
  const { step = '' } = useParams({ strict: false });
  const go = useToStep(here);
  const draft = useDraft(draftId, readSignUpDraft);
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  const { signUps } = useSite();
  const way = wayOf(signUps, draft.values);
  const steps = stepsOf(signUps, way);
  const formIsFilled = way !== null && readSignUpForm(draft.values.values, way.fields, way.loginIdRule).ok;
  const open = openSteps(steps, { draft: draft.values, formIsFilled, hasToken: readToken(draftId) !== null });
  const current = open.find((one) => one === step);
  const furthest = open.at(-1) ?? 'form';
  if (!current) return <Go to={here} params={{ draft: draftId, step: furthest }} />;

  const at = steps.indexOf(current);
  const waiting = waitingStep(steps);
  const titleOf = (one: StepId): string => t(`steps.${one === 'done' && waiting === 'done' ? 'received' : one}`);
  const back = at > 0 ? () => go(steps[at - 1] ?? 'form') : null;
  const next = () => go(steps[at + 1] ?? 'done');
  const common = way && { draftId, draft, way, back, next };
  const refuse = (faults: readonly FormFault[]): void => {
    setRefused(faults);
    go('form');
  };
  const correct = (): void =>
    void draft.commit({ received: null }).then(() => go(steps.includes('form') ? 'form' : 'address-and-password'));

  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((one) => ({ id: one, title: titleOf(one) }))}>
      {current === 'who' && <WhoStep draft={draft} go={go} />}
      {common && current === 'terms' && <TermsStep {...common} />}
      {common && current === 'form' && <FormStep {...common} refused={refused} />}
      {common && current === 'address-and-password' && <AddressStep {...common} />}
      {common && current === 'confirm' && <ConfirmStep {...common} steps={steps} onRefused={refuse} />}
      {common && current === waiting && <ReceivedStep {...common} />}
      {common && current === 'code' && (
        // A chosen login ID is held until its code ends, also for who signs up again.
        <CodeStep {...common} correct={common.way.loginId === 'chosen' ? null : correct} />
      )}
      {common && current === 'password' && <PasswordStep {...common} />}
      {current === 'done' && waiting !== 'done' && <DoneStep />}
    </Wizard>
  );
}
