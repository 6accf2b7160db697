import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { DraftFlow, useToStep } from '../../context/draft-flow.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { useNoun } from '../options.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { RefusedField } from './faults.ts';
import { FormStep } from './form-step.tsx';
import { openSteps, readRegisterDraft, stepIds } from './state.ts';

const here = '/o/$organization/devices/register/$draft/$step';

/** Enter → check → registered, with the code (U-03). What is typed is on the server. */
export function Page() {
  const t = useTranslations('devices.register');
  const noun = useNoun();
  return (
    <DraftFlow title={t('title', noun)} start="/o/$organization/devices/register">
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('devices.register');
  const { organization = '', step = '' } = useParams({ strict: false });
  const go = useToStep(here);
  const draft = useDraft(draftId, readRegisterDraft);
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  const open = openSteps(draft.values);
  const current = open.find((one) => one === step);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: open.at(-1) ?? 'form' }} />;
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
