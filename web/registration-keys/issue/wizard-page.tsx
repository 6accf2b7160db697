import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { DraftFlow, useToStep } from '../../context/draft-flow.tsx';
import { Go } from '../../context/go.tsx';
import { useCategory } from '../options.ts';
import { deskOf } from './desk.ts';
import { deviceIdOf, openSteps, readIssueDraft } from './state.ts';
import { Steps } from './steps.tsx';

const here = '/o/$organization/registration-keys/issue/$draft/$step';

export function Page() {
  const t = useTranslations('registration-keys.issue');
  const gone = { title: t('gone.title'), text: t('gone.text'), again: t('gone.again') };
  return (
    <DraftFlow title={t('title')} start="/o/$organization/registration-keys/issue" gone={gone}>
      {(draft) => <Draft draftId={draft} />}
    </DraftFlow>
  );
}

function Draft({ draftId }: { draftId: string }) {
  const t = useTranslations('registration-keys.issue');
  const { organization = '', step = '' } = useParams({ strict: false });
  const go = useToStep(here);
  const draft = useDraft(draftId, readIssueDraft);
  const category = useCategory(draft.values.category);
  const deviceId = deviceIdOf(draft.values, category);
  const open = openSteps(draft.values, category);
  const current = open.find((one) => one === step);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: open.at(-1) ?? 'category' }} />;

  const desk = deskOf(organization);
  return <Steps {...{ part: t('title'), organization, desk, draft, go, current, category, deviceId }} />;
}
