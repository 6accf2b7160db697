import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSite } from '../../context/site.ts';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyComposed } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';

/** Begins a draft, empty or (with an ID in the address) with what is there. */
export function ComposeStart({ subject }: { subject: Subject }) {
  const t = useTranslations('notices.compose');
  const { organization = '', id = '' } = useParams({ strict: false });
  const { timeZone } = useSite();
  return (
    <StartDraft
      kind={subject.draftKind}
      values={id ? () => subject.load(organization, id, timeZone) : emptyComposed()}
      to={pathsOf(subject).step}
      first="text"
      title={t(`${id ? 'change' : 'new'}${subject.words}`)}
    />
  );
}
