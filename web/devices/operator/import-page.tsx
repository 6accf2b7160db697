import { useTranslations } from 'use-intl';
import { ImportFlow } from '../../imports/import-flow.tsx';
import { Code } from '../../ui/code.tsx';
import { useNoun } from '../options.ts';

const columns = ['model', 'serial', 'shippedOn', 'claimCode', 'orderNumber'] as const;
const codes = new Set<string>(['model', 'serial', 'claimCode', 'orderNumber']);
const rowsMax = 200_000;

/** The factory's list by file (P-30). */
export function Page() {
  const t = useTranslations('devices');
  const noun = useNoun();
  const headings = useTranslations('headings.manufactured-devices');
  // The same words as in the file itself, so that what is meant by a column can be found there.
  const titleOf = (column: string): string => {
    const known = columns.find((one) => one === column);
    return known ? headings(known) : column;
  };
  return (
    <ImportFlow
      kind="manufactured-devices"
      title={t('manufacturedImport.title', noun)}
      lead={t('manufacturedImport.lead', { columns: columns.map(titleOf).join(t('separator')) })}
      rowsMax={rowsMax}
      titleOf={titleOf}
      cell={(column, text) => (codes.has(column) ? <Code>{text}</Code> : text)}
      narrow={[...columns]}
      path="/o/$organization/manufactured-devices/import"
      list={{ path: '/o/$organization/manufactured-devices', label: t('manufacturedImport.toList', noun) }}
    />
  );
}
