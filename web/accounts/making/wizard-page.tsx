import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { DraftFlow, steps, useToStep, type Step } from '../../context/draft-flow.tsx';
import { Go } from '../../context/go.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { waysQuery } from './requests.ts';
import { judgeAccount, readAccountDraft } from './state.ts';

const here = '/o/$organization/new-account/$draft/$step';

/** Form → check → done (L-01): an account for somebody else. What is typed is on the server and outlives a reload. */
export function Page() {
  const t = useTranslations('new-accounts');
  return (
    <DraftFlow title={t('title')} start="/o/$organization/new-account">
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('new-accounts');
  const { organization = '', step = '' } = useParams({ strict: false });
  const go = useToStep(here);
  const draft = useDraft(draftId, readAccountDraft);
  const { items: ways } = useSuspenseQuery(waysQuery(organization)).data;
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  // Out of the server's one answer; a reload forgets it, and nobody can show it again.
  const [password, setPassword] = useState<string | null>(null);
  const isFilled = judgeAccount(ways, draft.values).length === 0;
  // Once the account is made the steps before do not open again: it cannot be made twice.
  const open: Step[] = draft.values.made ? ['done'] : isFilled ? ['form', 'confirm'] : ['form'];
  const current = open.find((one) => one === step);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: open.at(-1) ?? 'form' }} />;

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
