import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { DraftFlow } from '../../organizations/draft-flow.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { useNoun } from '../options.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { RefusedField } from './faults.ts';
import { FormStep } from './form-step.tsx';
import { openSteps, readRegisterDraft, stepIds, type StepId } from './state.ts';

const here = '/o/$organization/devices/register/$draft/$step';

/** Enter → check → registered, with the code (U-03). What is typed is on the server. */
export function Page() {
  const t = useTranslations('devices.register');
  const noun = useNoun();
  const { organization = '', draft = '' } = useParams({ strict: false });
  const again = (
    <ButtonTo to="/o/$organization/devices/register" params={{ organization }}>
      {t('startAgain')}
    </ButtonTo>
  );
  return (
    <DraftFlow draftId={draft} title={t('title', noun)} again={again}>
      <Steps key={draft} organization={organization} draftId={draft} />
    </DraftFlow>
  );
}

function Steps({ organization, draftId }: { organization: string; draftId: string }) {
  const t = useTranslations('devices.register');
  const navigate = useNavigate();
  const { step = '' } = useParams({ strict: false });
  const draft = useDraft(draftId, readRegisterDraft);
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  const open = openSteps(draft.values);
  const current = open.find((one) => one === step);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: open.at(-1) ?? 'form' }} />;
  const go = (to: StepId, replace = false) =>
    void navigate({ to: here, params: { organization, draft: draftId, step: to }, replace });
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={stepIds.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && (
        <FormStep organization={organization} draft={draft} refused={refused} next={() => go('confirm')} />
      )}
      {current === 'confirm' && (
        <ConfirmStep
          organization={organization}
          draft={draft}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          next={() => go('done', true)}
        />
      )}
      {current === 'done' && draft.values.registered && (
        <DoneStep organization={organization} registered={draft.values.registered} />
      )}
    </Wizard>
  );
}
