import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { DraftFlow, steps, type Step } from '../../organizations/draft-flow.tsx';
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
  const { organization = '', device = '', draft = '' } = useParams({ strict: false });
  const again = (
    <ButtonTo to="/o/$organization/devices/$device/edit" params={{ organization, device }}>
      {t('startAgain')}
    </ButtonTo>
  );
  return (
    <DraftFlow draftId={draft} title={t('title', noun)} again={again}>
      <Steps key={draft} organization={organization} device={device} draftId={draft} />
    </DraftFlow>
  );
}

function Steps({ organization, device, draftId }: { organization: string; device: string; draftId: string }) {
  const t = useTranslations('devices.edit');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { step } = useParams({ strict: false });
  const draft = useDraft(draftId, readEditDraft);
  const { data: shown, refetch } = useSuspenseQuery({ ...deviceQuery(organization, device), staleTime: 0 });
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  // Once it is saved, the steps before do not open again: it cannot be sent twice.
  const current: Step = draft.values.saved ? 'done' : step === 'confirm' ? 'confirm' : 'form';
  const go = (to: Step, replace = false) =>
    void navigate({
      to: '/o/$organization/devices/$device/edit/$draft/$step',
      params: { organization, device, draft: draftId, step: to },
      replace,
    });
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
