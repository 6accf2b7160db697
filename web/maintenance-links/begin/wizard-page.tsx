import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { DraftFlow, useToStep } from '../../context/draft-flow.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { DealerStep } from './dealer-step.tsx';
import type { LinkFault } from './faults.ts';
import { linkSteps, readLink, stepFor, type LinkDraft } from './state.ts';
import { TermsStep } from './terms-step.tsx';

const list = '/o/$organization/maintenance-links';

/** Which dealer → which devices, what and until when → check → done: a customer links a dealer (E-04). */
export function Page() {
  const t = useTranslations('maintenance-links.begin');
  return (
    <DraftFlow title={t('part')} start={`${list}/new`}>
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('maintenance-links.begin');
  const { organization = '', step } = useParams({ strict: false });
  const go = useToStep(`${list}/new/$draft/$step`);
  const draft = useDraft(draftId, readLink);
  const [refused, setRefused] = useState<readonly LinkFault[]>([]);
  const current = stepFor(step, draft.values);
  const turnBack = (faults: readonly LinkFault[]) => {
    setRefused(faults);
    go(faults.some(({ field }) => field === 'dealer' || field === 'phone') ? 'dealer' : 'terms');
  };
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={linkSteps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'dealer' && (
        <DealerStep organization={organization} draft={draft} refused={refused} next={() => go('terms')} />
      )}
      {current === 'terms' && (
        <TermsStep
          organization={organization}
          draft={draft}
          refused={refused}
          back={() => go('dealer')}
          next={() => {
            setRefused([]);
            go('confirm');
          }}
        />
      )}
      {current === 'confirm' && (
        <ConfirmStep
          organization={organization}
          draft={draft}
          back={() => go('terms')}
          onRefused={turnBack}
          onMade={() => go('done', true)}
        />
      )}
      {current === 'done' && <Done organization={organization} values={draft.values} />}
    </Wizard>
  );
}

function Done({ organization, values: { name, made } }: { organization: string; values: LinkDraft }) {
  const t = useTranslations('maintenance-links.begin');
  return (
    <PageFrame title={t('doneTitle')} part={t('part')} width="reading">
      <Notice kind="success" live>
        {t('doneText', { name })}
      </Notice>
      <Row>
        <ButtonTo to={`${list}/$link`} params={{ organization, link: made }}>
          {t('toLink')}
        </ButtonTo>
        <ButtonTo kind="secondary" to={list} params={{ organization }}>
          {t('toList')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
