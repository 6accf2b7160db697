import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { draftQuery } from '../context/draft.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';

/** The three steps of whatever is typed, checked and then done once. */
export const steps = ['form', 'confirm', 'done'] as const;
export type Step = (typeof steps)[number];

type Props = { draftId: string; title: string; again: ReactNode; children: ReactNode };

/** What was typed is on the server; where it is no longer there, this says so and leads back to the beginning. */
export function DraftFlow({ draftId, title, again, children }: Props) {
  const t = useTranslations('members.invite');
  const { error, isPending, refetch } = useQuery(draftQuery(draftId));
  if (isPending) return <Loading />;
  if (!error) return children;
  const gone = error instanceof ApiProblem && error.status === 404;
  return (
    <PageFrame title={gone ? t('goneTitle') : title} width="reading">
      {gone ? (
        <>
          <p>{t('goneText')}</p>
          <div>{again}</div>
        </>
      ) : (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      )}
    </PageFrame>
  );
}
