import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { draftQuery } from './draft.ts';
import { ButtonTo } from './links.tsx';
import { Page as PageFrame } from './page.tsx';

/** The three steps of whatever is typed, checked and then done once. */
export const steps = ['form', 'confirm', 'done'] as const;
export type Step = (typeof steps)[number];

type GoneProps = {
  /** Where such a draft begins. */
  start: string;
  /** What is said where it is no longer there, in words of its own. */
  gone?: { title: string; text: string; again: string };
};
type Props = GoneProps & { title: string; children: (draftId: string) => ReactNode };

/** What was typed is on the server; where it is no longer there, this says so and leads back to the beginning. */
export function DraftFlow({ title, start, gone, children }: Props) {
  const { draft = '' } = useParams({ strict: false });
  const { error, isPending, refetch } = useQuery(draftQuery(draft));
  if (isPending) return <Loading />;
  if (!error) return <Fragment key={draft}>{children(draft)}</Fragment>;
  if (error instanceof ApiProblem && error.status === 404) return <GoneDraft start={start} {...(gone && { gone })} />;
  return (
    <PageFrame title={title} width="reading">
      <ErrorState problem={error} onRetry={() => void refetch()} />
    </PageFrame>
  );
}

export function GoneDraft({ start, gone }: GoneProps) {
  const t = useTranslations('ui.wizard');
  const params = useParams({ strict: false });
  const { title, text, again } = gone ?? { title: t('goneTitle'), text: t('goneText'), again: t('again') };
  return (
    <PageFrame title={title} width="reading">
      <p>{text}</p>
      <div>
        <ButtonTo to={start} params={params}>
          {again}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

/**
 * Leads to a step of the draft at hand; the route ends in `$draft/$step`. Somebody who has gone elsewhere, while what the step waited for was under
 * way, is not brought back.
 */
export function useToStep(route: string): (step: string, replace?: boolean) => void {
  const navigate = useNavigate();
  const { history } = useRouter();
  const params = useParams({ strict: false });
  return (step, replace = false) => {
    if (!history.location.pathname.includes(`/${params.draft}/`)) return;
    void navigate({ to: route, params: { ...params, step }, replace });
  };
}
