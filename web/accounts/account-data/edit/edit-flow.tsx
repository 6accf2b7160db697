import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../../api/problem.ts';
import { draftQuery, useDraft } from '../../../context/draft.ts';
import { Page as PageFrame } from '../../../context/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { Wizard } from '../../../ui/wizard.tsx';
import type { Account, AccountChange } from '../requests.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FormStep, type FormFault } from './form-step.tsx';
import { readEditDraft } from './state.ts';

const steps = ['form', 'confirm', 'done'] as const;
export type EditStep = (typeof steps)[number];

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
  again: ReactNode;
  /** Data that are given for the first time (U-01), in words of their own: whole, not as a change, and stored also when complete already. */
  first?: {
    stepsLabel: string;
    steps: Record<EditStep, string>;
    next: string;
    confirmTitle: string;
    confirmLead: string;
    save: string;
  };
  done: (changed: readonly Account['fields'][number]['field'][]) => ReactNode;
};

type Props = { draftId: string; step: string; of: EditOf; go: (step: EditStep, replace?: boolean) => void };

/** Change → check → done (P-14). What is typed is on the server, so it outlives a reload, a step back and a lost line. */
export function EditFlow(props: Props) {
  const t = useTranslations('account-data.edit');
  const { error, isPending, refetch } = useQuery(draftQuery(props.draftId));
  if (isPending) return <Loading />;
  if (!error) return <Steps key={props.draftId} {...props} />;
  const gone = error instanceof ApiProblem && error.status === 404;
  return (
    <PageFrame title={gone ? t('goneTitle') : t('formTitle')} width="reading">
      {gone ? (
        <>
          <p>{t('goneText')}</p>
          <div>{props.of.again}</div>
        </>
      ) : (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      )}
    </PageFrame>
  );
}

function Steps({ draftId, step, of, go }: Props) {
  const t = useTranslations('account-data.edit');
  const client = useQueryClient();
  const draft = useDraft(draftId, readEditDraft);
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  // Once it is saved, the steps before do not open again: it cannot be sent twice.
  const current: EditStep = draft.values.saved ? 'done' : step === 'confirm' ? 'confirm' : 'form';
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
