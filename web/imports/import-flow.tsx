import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Wizard } from '../ui/wizard.tsx';
import { FilePage } from './file-page.tsx';
import { PreviewPage } from './preview-page.tsx';

/** What a capability says of its import: the kind it sends, its words, and where things are. */
export type ImportKind = {
  kind: string;
  title: string;
  lead: string;
  titleOf: (column: string) => string;
  /** Address of this page; the import's ID comes behind it. */
  path: string;
  list: { path: string; label: string };
};

/** File → preview → done. The import has its ID in the address, so it can be left and come back to for a day. */
export function ImportFlow(kind: ImportKind) {
  const t = useTranslations('imports');
  const { organization = '', import: id } = useParams({ strict: false });
  const navigate = useNavigate();
  const steps = [
    { id: 'file', title: t('steps.file') },
    { id: 'preview', title: t('steps.preview') },
    { id: 'done', title: t('steps.done') },
  ];
  const frame = (current: string, page: ReactNode) => (
    <Wizard label={t('stepsLabel')} steps={steps} current={current}>
      {page}
    </Wizard>
  );
  if (!id) {
    const onUploaded = (next: string): void =>
      void navigate({ to: `${kind.path}/$import`, params: { organization, import: next } });
    return frame('file', <FilePage kind={kind} organization={organization} onUploaded={onUploaded} />);
  }
  return <PreviewPage key={id} kind={kind} organization={organization} id={id} frame={frame} />;
}
