import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { DraftFlow, steps, useToStep, type Step } from '../../context/draft-flow.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { useNoun, useFieldLabel } from '../options.ts';
import type { RefusedField } from '../register/faults.ts';
import { deviceQuery } from '../requests.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FormStep } from './form-step.tsx';
import { readEditDraft, type ChangedField } from './state.ts';

/** Change → check → done (U-06). What is typed is on the server, so it outlives a reload, a step back and a lost line. */
export function Page() {
  const t = useTranslations('devices.edit');
  const noun = useNoun();
  return (
    <DraftFlow title={t('title', noun)} start="/o/$organization/devices/$device/edit">
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('devices.edit');
  const client = useQueryClient();
  const { organization = '', device = '', step } = useParams({ strict: false });
  const go = useToStep('/o/$organization/devices/$device/edit/$draft/$step');
  const draft = useDraft(draftId, readEditDraft);
  const { data: shown, refetch } = useSuspenseQuery({ ...deviceQuery(organization, device), staleTime: 0 });
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  // Once it is saved, the steps before do not open again: it cannot be sent twice.
  const current: Step = draft.values.saved ? 'done' : step === 'confirm' ? 'confirm' : 'form';
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && (
        <FormStep
          organization={organization}
          shown={shown}
          draft={draft}
          refused={refused}
          next={() => go('confirm')}
        />
      )}
      {current === 'confirm' && (
        <ConfirmStep
          organization={organization}
          shown={shown}
          draft={draft}
          refresh={refetch}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onSaved={async (changed) => {
            await draft.commit({ saved: changed, typed: {}, registeredTo: null });
            await client.invalidateQueries({ queryKey: ['devices', siteId] });
            go('done', true);
          }}
        />
      )}
      {current === 'done' && <Done organization={organization} device={device} changed={draft.values.saved ?? []} />}
    </Wizard>
  );
}

type DoneProps = { organization: string; device: string; changed: readonly ChangedField[] };

function Done({ organization, device, changed }: DoneProps) {
  const t = useTranslations('devices');
  const label = useFieldLabel();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const noun = useNoun();
  const fields = list.format(changed.map((field) => label(field)));
  return (
    <PageFrame title={t('edit.doneTitle')} part={t('edit.title', noun)} width="reading">
      <Notice kind="success" live>
        {t('edit.doneText', { fields })}
      </Notice>
      <div>
        <ButtonTo to="/o/$organization/devices/$device" params={{ organization, device }}>
          {t('edit.toDetail')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
