import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../../context/draft.ts';
import { DraftFlow, steps, type Step } from '../../../context/draft-flow.tsx';
import { Wizard } from '../../../ui/wizard.tsx';
import type { Account, AccountChange } from '../requests.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { readEditDraft } from './state.ts';

/** Whose data are changed, and where the ways out lead. */
export type EditOf = {
  account: Account;
  /** Asks for the data as they are stored now. */
  refresh: () => Promise<unknown>;
  save: (
    version: string,
    values: AccountChange,
    reason: string,
  ) => Promise<Account & { changed: Account['fields'][number]['field'][] }>;
  /** An operator gives a reason. */
  asksReason: boolean;
  part: string;
  formTitle: string;
  formLead: string;
  leave: ReactNode;
  /** Where such a change begins. */
  start: string;
  /** Data that are given for the first time (U-01), in words of their own: whole, not as a change, and stored also when complete already. */
  first?: {
    stepsLabel: string;
    steps: Record<Step, string>;
    next: string;
    confirmTitle: string;
    confirmLead: string;
    save: string;
  };
  done: (changed: readonly Account['fields'][number]['field'][]) => ReactNode;
};

type Props = { step: string; of: EditOf; go: (step: Step, replace?: boolean) => void };

/** Change → check → done (P-14). What is typed is on the server, so it outlives a reload, a step back and a lost line. */
export function EditFlow(props: Props) {
  const t = useTranslations('account-data.edit');
  return (
    <DraftFlow title={t('formTitle')} start={props.of.start}>
      {(draft) => <Steps {...props} draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId, step, of, go }: Props & { draftId: string }) {
  const t = useTranslations('account-data.edit');
  const client = useQueryClient();
  const draft = useDraft(draftId, readEditDraft);
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  // Once it is saved, the steps before do not open again: it cannot be sent twice.
  const current: Step = draft.values.saved ? 'done' : step === 'confirm' ? 'confirm' : 'form';
  return (
    <Wizard
      label={of.first?.stepsLabel ?? t('stepsLabel')}
      current={current}
      steps={steps.map((id) => ({ id, title: of.first?.steps[id] ?? t(`steps.${id}`) }))}
    >
      {current === 'form' && <FormStep of={of} draft={draft} refused={refused} next={() => go('confirm')} />}
      {current === 'confirm' && (
        <ConfirmStep
          of={of}
          draft={draft}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onSaved={async (changed) => {
            await draft.commit({ saved: changed, typed: {} });
            // The session tells what is owed, and its gate leads on: not before it was said that the data are stored.
            const kept = of.first ? ['draft', 'session'] : ['draft'];
            await client.invalidateQueries({ predicate: ({ queryKey }) => !kept.includes(String(queryKey[0])) });
            go('done', true);
          }}
        />
      )}
      {current === 'done' && of.done(draft.values.saved ?? [])}
    </Wizard>
  );
}
