import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { draftQuery, useDraft } from '../../context/draft.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useCategory } from '../options.ts';
import { deskOf } from './desk.ts';
import { deviceIdOf, openSteps, readIssueDraft, type StepId } from './state.ts';
import { Steps } from './steps.tsx';

const here = '/o/$organization/registration-keys/issue/$draft/$step';

export function Page() {
  const { organization = '', draft = '', step = '' } = useParams({ strict: false });
  const { error, isPending, refetch } = useQuery(draftQuery(draft));
  if (isPending) return <Loading />;
  if (!error) return <Draft key={draft} organization={organization} draftId={draft} step={step} />;
  if (error instanceof ApiProblem && error.status === 404) return <Gone organization={organization} />;
  return <Unread problem={error} onRetry={() => void refetch()} />;
}

function Draft({ organization, draftId, step }: { organization: string; draftId: string; step: string }) {
  const t = useTranslations('registration-keys.issue');
  const navigate = useNavigate();
  const draft = useDraft(draftId, readIssueDraft);
  const category = useCategory(draft.values.category);
  const deviceId = deviceIdOf(draft.values, category);
  const open = openSteps(draft.values, category);
  const current = open.find((one) => one === step);
  if (!current) return <Go to={here} params={{ organization, draft: draftId, step: open.at(-1) ?? 'category' }} />;

  const go = (to: StepId): void => void navigate({ to: here, params: { organization, draft: draftId, step: to } });
  const desk = deskOf(organization);
  return <Steps {...{ part: t('title'), organization, desk, draft, go, current, category, deviceId }} />;
}

function Gone({ organization }: { organization: string }) {
  const t = useTranslations('registration-keys.issue.gone');
  return (
    <PageFrame title={t('title')} width="reading">
      <p>{t('text')}</p>
      <div>
        <ButtonTo to="/o/$organization/registration-keys/issue" params={{ organization }}>
          {t('again')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Unread({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const t = useTranslations('registration-keys.issue');
  return (
    <PageFrame title={t('title')} width="reading">
      <ErrorState problem={problem} onRetry={onRetry} />
    </PageFrame>
  );
}
