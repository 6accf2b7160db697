import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { DraftFlow, useToStep } from '../../context/draft-flow.tsx';
import { Go } from '../../context/go.tsx';
import { useSite } from '../../context/site.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { PreviewStep } from './preview-step.tsx';
import { composeSteps, readComposed, requestOf, type ComposeStep } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';
import { TextStep } from './text-step.tsx';

type Props = { subject: Subject };

/** Writing a notice or planning a window, in two steps; what is typed is on the server. */
export function ComposeWizard({ subject }: Props) {
  const t = useTranslations('notices');
  const gone = { title: t('gone.title'), text: t('gone.text'), again: t('gone.list') };
  return (
    <DraftFlow title={t(`compose.new${subject.words}`)} start={pathsOf(subject).list} gone={gone}>
      {(draft) => <Steps subject={subject} draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ subject, draftId }: Props & { draftId: string }) {
  const t = useTranslations('notices.compose');
  const { timeZone } = useSite();
  const { organization = '', step = '' } = useParams({ strict: false });
  const draft = useDraft(draftId, readComposed);
  const read = requestOf(draft.values, timeZone, subject.withTitle);
  const open: ComposeStep[] = read.ok ? [...composeSteps] : ['text'];
  const current = open.find((one) => one === step);
  const { step: here } = pathsOf(subject);
  const go = useToStep(here);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: 'text' }} />;

  const title = t(`${draft.values.of ? 'change' : 'new'}${subject.words}`);
  return (
    <Wizard
      label={t('stepsLabel')}
      current={current}
      steps={composeSteps.map((id) => ({ id, title: t(`steps.${id}`) }))}
    >
      {current === 'text' && <TextStep {...{ subject, organization, draft, go, title }} />}
      {current === 'preview' && read.ok && (
        <PreviewStep {...{ subject, organization, draft, go, title }} request={read.request} />
      )}
    </Wizard>
  );
}
