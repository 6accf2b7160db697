import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.ts';
import { Wizard } from '../ui/wizard.tsx';
import { FilePage } from './file-page.tsx';
import { ImportPage } from './import-page.tsx';

/** What a capability says of its import: the kind it sends, its words, and where things are. */
export type ImportKind = {
  kind: string;
  title: string;
  lead: ReactNode;
  rowsMax: number;
  titleOf: (column: string) => string;
  /** Draws what is more than a text: a key, a moment, a machine word. */
  cell?: (column: string, text: string) => ReactNode;
  /** Columns whose cells stay on one line. */
  narrow?: readonly string[];
  /** What confirming means for this kind of file; without it, rows are stored. */
  words?: {
    clean: (preview: Import) => string;
    confirm: string;
    confirmTitle: (preview: Import) => string;
    confirmText: string;
    doneTitle: string;
    done: (result: Import) => string;
  };
  /** What else is asked beside the file. */
  more?: {
    asks: ReactNode;
    /** What goes with the file; null when something is wrong with it, which is then shown. */
    give: () => Record<string, string> | null;
  };
  /** Address of this page; the import's ID comes behind it. */
  path: string;
  list: { path: string; label: string };
};

/** File → preview → storing → result. The import has its ID in the address, so it can be left and come back to for a day. */
export function ImportFlow(kind: ImportKind) {
  const t = useTranslations('imports');
  const { organization = '', import: id } = useParams({ strict: false });
  const navigate = useNavigate();
  const steps = [
    { id: 'file', title: t('steps.file') },
    { id: 'preview', title: t('steps.preview') },
    { id: 'work', title: t('steps.work') },
    { id: 'done', title: t('steps.done') },
  ];
  const frame = (current: string, page: ReactNode) => (
    <Wizard label={t('stepsLabel')} steps={steps} current={current}>
      {page}
    </Wizard>
  );
  if (!id) {
    const onUploaded = (next: string, repeated: boolean): void =>
      void navigate({
        to: `${kind.path}/$import`,
        params: { organization, import: next },
        search: repeated ? { again: 'yes' } : {},
      });
    return frame('file', <FilePage kind={kind} organization={organization} onUploaded={onUploaded} />);
  }
  return <ImportPage key={id} kind={kind} organization={organization} id={id} frame={frame} />;
}
