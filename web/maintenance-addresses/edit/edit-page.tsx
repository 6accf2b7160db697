import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AddressFault } from '../../../domain/maintenance-addresses/addresses.ts';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { DraftFlow, steps, useToStep, type Step } from '../../context/draft-flow.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { addressesQuery } from '../requests.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FormStep } from './form-step.tsx';
import { readEditDraft } from './state.ts';

/** Change → check → done (E-02). What is typed is on the server, so it outlives a reload, a step back and a lost line. */
export function Page() {
  const t = useTranslations('maintenance-addresses');
  return (
    <DraftFlow title={t('title')} start="/account/maintenance-addresses/edit">
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('maintenance-addresses');
  const client = useQueryClient();
  const { step } = useParams({ strict: false });
  const go = useToStep('/account/maintenance-addresses/edit/$draft/$step');
  const { organization } = useSession();
  const draft = useDraft(draftId, readEditDraft);
  const { data: stored, refetch } = useSuspenseQuery(addressesQuery(organization.id));
  const [refused, setRefused] = useState<readonly AddressFault[]>([]);
  // Once it is saved, the steps before do not open again: it cannot be sent twice.
  const current: Step = draft.values.saved ? 'done' : step === 'confirm' ? 'confirm' : 'form';
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && <FormStep stored={stored} draft={draft} refused={refused} next={() => go('confirm')} />}
      {current === 'confirm' && (
        <ConfirmStep
          organization={organization.id}
          stored={stored}
          draft={draft}
          refresh={refetch}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onSaved={async (added) => {
            await draft.commit({ saved: added, rows: null });
            await client.invalidateQueries({ queryKey: addressesQuery(organization.id).queryKey });
            go('done', true);
          }}
        />
      )}
      {current === 'done' && <Done added={draft.values.saved ?? []} />}
    </Wizard>
  );
}

function Done({ added }: { added: readonly string[] }) {
  const t = useTranslations('maintenance-addresses');
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  return (
    <PageFrame title={t('doneTitle')} part={t('title')} width="reading">
      <Notice kind="success" live>
        {added.length > 0 ? t('doneLinks', { mails: list.format(added) }) : t('doneNoLinks')}
      </Notice>
      <div>
        <ButtonTo to="/account">{t('toAccountPage')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
