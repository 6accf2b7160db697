import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptyComposed } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';

/** Begins a draft, empty or (with an ID in the address) with what is there; each visit is one of its own (two tabs). */
export function ComposeStart({ subject }: { subject: Subject }) {
  const t = useTranslations('notices.compose');
  const { organization = '', id = '' } = useParams({ strict: false });
  const { timeZone } = useSite();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const values = id ? await subject.load(organization, id, timeZone) : emptyComposed();
      const draft = await createDraft(subject.draftKind, values);
      await navigate({ to: pathsOf(subject).step, params: { organization, draft, step: 'text' }, replace: true });
    };
    begin().catch(setProblem);
  }, [subject, organization, id, timeZone, navigate]);

  if (problem === null) return <Loading />;
  return (
    <PageFrame title={t(`${id ? 'change' : 'new'}${subject.words}`)} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
