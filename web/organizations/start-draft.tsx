import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { createDraft, type DraftKind } from '../context/draft.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';

type Props = { kind: DraftKind; values: Record<string, unknown>; to: string; title: string };

/** Begins to keep what is typed; each visit of this address is one of its own, so two tabs never share it. */
export function StartDraft({ kind, values, to, title }: Props) {
  const { organization = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft(kind, values)
      .then((draft) => navigate({ to, params: { organization, draft, step: 'form' }, replace: true }))
      .catch(setProblem);
  }, [kind, values, to, organization, navigate]);
  if (problem === null) return <Loading />;
  return (
    <PageFrame title={title} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
