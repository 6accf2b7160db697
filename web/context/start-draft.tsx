import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ErrorState, Loading } from '../ui/states.tsx';
import type { DraftKind } from '../../domain/drafts/kinds.ts';
import { createDraft } from './draft.ts';
import { Page as PageFrame } from './page.tsx';

type Values = Record<string, unknown>;
type Props = {
  kind: DraftKind;
  /** What it begins with, or how that is asked for. */
  values: Values | (() => Promise<Values>);
  /** The route of its steps, which ends in `$draft` or `$draft/$step`. */
  to: string;
  first?: string;
  title: string;
};

/** Begins to keep what is typed; each visit of this address is one of its own, so two tabs never share it. */
export function StartDraft({ kind, values, to, first = 'form', title }: Props) {
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const draft = await createDraft(kind, typeof values === 'function' ? await values() : values);
      await navigate({ to, params: { ...params, draft, step: first }, replace: true });
    };
    begin().catch(setProblem);
  }, [kind, values, to, first, params, navigate]);
  if (problem === null) return <Loading />;
  return (
    <PageFrame title={title} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
