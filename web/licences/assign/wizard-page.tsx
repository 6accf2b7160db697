import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { DraftFlow, useToStep } from '../../context/draft-flow.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { CheckStep } from './check-step.tsx';
import { CustomerStep } from './customer-step.tsx';
import type { AssignFault } from './faults.ts';
import { LicencesStep } from './licences-step.tsx';
import { assignSteps, readAssign, stepFor, type AssignDraft, type AssignStep } from './state.ts';

const base = '/o/$organization/licences';

/** Which licences → for whom → check → done (L-03). */
export function Page() {
  const t = useTranslations('licence-assign');
  return (
    <DraftFlow title={t('part')} start={`${base}/assign`}>
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('licence-assign');
  const { organization = '', step } = useParams({ strict: false });
  const go = useToStep(`${base}/assign/$draft/$step`);
  const draft = useDraft(draftId, readAssign);
  const [refused, setRefused] = useState<readonly AssignFault[]>([]);
  // Where it was led to is kept while something is typed there.
  const [landing] = useState(() => stepFor(undefined, draft.values));
  const current = stepFor(assignSteps.find((one) => one === step) ?? landing, draft.values);
  const textsOf = (at: AssignFault['step']) => refused.filter((one) => one.step === at).map(({ text }) => text);
  function turnBack(faults: readonly AssignFault[]): void {
    setRefused(faults);
    go(faults.some((one) => one.step === 'customer') ? 'customer' : 'licences');
  }
  function goOn(to: AssignStep): void {
    setRefused([]);
    go(to);
  }
  const steps = assignSteps.map((id) => ({ id, title: t(`steps.${id}`) }));
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps}>
      {current === 'licences' && (
        <LicencesStep
          organization={organization}
          draft={draft}
          refused={textsOf('licences')}
          next={() => goOn(draft.values.customer ? 'check' : 'customer')}
        />
      )}
      {current === 'customer' && (
        <CustomerStep
          organization={organization}
          draft={draft}
          refused={textsOf('customer')}
          back={() => go('licences')}
          next={() => goOn('check')}
        />
      )}
      {current === 'check' && (
        <CheckStep
          organization={organization}
          draft={draft}
          back={() => go('customer')}
          onRefused={turnBack}
          onDone={() => go('done', true)}
        />
      )}
      {current === 'done' && <Done organization={organization} values={draft.values} />}
    </Wizard>
  );
}

function Done({ organization, values }: { organization: string; values: AssignDraft }) {
  const t = useTranslations('licence-assign.done');
  const date = useCivilDate();
  const planned = values.done === 'planned';
  const name = values.customer?.name ?? '';
  return (
    <PageFrame title={t(planned ? 'plannedTitle' : 'assignedTitle')} width="reading">
      <Notice kind="success" live>
        {planned ? t('plannedText', { name, day: date(values.plannedFor) }) : t('assignedText', { name })}
      </Notice>
      <Row>
        <ButtonTo to={planned ? `${base}/plans` : `${base}/assignments`} params={{ organization }}>
          {t(planned ? 'toPlans' : 'toHistory')}
        </ButtonTo>
        <ButtonTo kind="secondary" to={`${base}/assign`} params={{ organization }}>
          {t('again')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
