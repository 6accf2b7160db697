import type { Import } from '../api/types.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import type { ImportKind } from './import-flow.tsx';
import { PreviewTable } from './preview-table.tsx';

/** What every state of an import's page gets. */
export type Shared = {
  kind: ImportKind;
  organization: string;
  shown: Import;
  state: ListState;
  onChange: (state: ListState) => void;
};

/** The rows that the server sent of a file or of its result, with the way to the others. */
export function Rows({ name, kind, shown, state, onChange }: Shared & { name: string }) {
  const totals = {
    total: shown.shownCount,
    totalCapped: false,
    page: shown.page,
    pageSize: shown.pageSize,
    found: shown.rows.length,
  };
  return (
    <>
      <ShownNote totals={totals} />
      <PreviewTable name={name} preview={shown} kind={kind} />
      <Pager totals={totals} state={state} onChange={onChange} />
    </>
  );
}
