import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { draftQuery, useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { PreviewStep } from './preview-step.tsx';
import { composeSteps, readComposed, requestOf, type ComposeStep } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';
import { TextStep } from './text-step.tsx';

type Props = { subject: Subject };

/** Writing a notice or planning a window, in two steps; what is typed is on the server. */
export function ComposeWizard({ subject }: Props) {
  const { draft = '' } = useParams({ strict: false });
  const { error, isPending, refetch } = useQuery(draftQuery(draft));
  if (isPending) return <Loading />;
  if (!error) return <Steps key={draft} subject={subject} />;
  if (error instanceof ApiProblem && error.status === 404) return <Gone subject={subject} />;
  return <ErrorState problem={error} onRetry={() => void refetch()} />;
}

function Steps({ subject }: Props) {
  const t = useTranslations('notices.compose');
  const navigate = useNavigate();
  const { timeZone } = useSite();
  const { organization = '', draft: draftId = '', step = '' } = useParams({ strict: false });
  const draft = useDraft(draftId, readComposed);
  const read = requestOf(draft.values, timeZone, subject.withTitle);
  const open: ComposeStep[] = read.ok ? [...composeSteps] : ['text'];
  const current = open.find((one) => one === step);
  const { step: here } = pathsOf(subject);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: 'text' }} />;

  const go = (to: ComposeStep): void => void navigate({ to: here, params: { organization, draft: draftId, step: to } });
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

function Gone({ subject }: Props) {
  const t = useTranslations('notices.gone');
  const { organization = '' } = useParams({ strict: false });
  return (
    <PageFrame title={t('title')} width="reading">
      <p>{t('text')}</p>
      <div>
        <ButtonTo to={pathsOf(subject).list} params={{ organization }}>
          {t('list')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
