import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.ts';
import { useInstant } from '../context/dates.ts';
import { ImportFlow } from '../imports/import-flow.tsx';
import { Code } from '../ui/code.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Stack } from '../ui/layout.tsx';
import { useCategoryName } from './options.ts';

const inFile = ['category', 'deviceId', 'number', 'registrationId', 'installation1', 'installation2'] as const;
const besides = ['registrationKey', 'productNumber', 'purpose', 'state', 'firstIssuedAt'] as const;
const columns = [...inFile, ...besides];
const codes = new Set(['deviceId', 'number', 'registrationId']);
const narrow = [
  'category',
  'deviceId',
  'number',
  'registrationId',
  'registrationKey',
  'productNumber',
  'state',
  'firstIssuedAt',
];
const rowsMax = 10_000;

/** Keys for many devices from one file (K-05). */
export function Page() {
  const t = useTranslations('registration-keys.bulk');
  const words = useTranslations('registration-keys');
  const headings = useTranslations('headings.bulk-issue');
  const instant = useInstant();
  const nameOf = useCategoryName();
  const titleOf = (column: string): string => {
    const known = columns.find((one) => one === column);
    return known ? headings(known) : column;
  };
  const cell = (column: string, text: string) => {
    if (column === 'registrationKey')
      return (
        <>
          <Code>{text}</Code> <CopyButton kind="quiet" text={text} name={text} />
        </>
      );
    if (codes.has(column)) return <Code>{text}</Code>;
    if (column === 'state') return text === 'new' ? words('states.new') : words('states.issued-before');
    if (column === 'firstIssuedAt') return instant(text);
    return column === 'category' ? nameOf(text) : text;
  };
  const counts = ({ counts: { new: fresh = 0, 'issued-before': before = 0 } }: Import) => ({ fresh, before });
  return (
    <ImportFlow
      kind="bulk-issue"
      title={t('title')}
      lead={
        <Stack gap="small">
          <p>{t('lead', { columns: inFile.map(titleOf).join(t('separator')) })}</p>
          <p>{t('rules')}</p>
        </Stack>
      }
      rowsMax={rowsMax}
      titleOf={titleOf}
      cell={cell}
      narrow={narrow}
      words={{
        clean: (preview) => t('clean', counts(preview)),
        confirm: t('confirm'),
        confirmTitle: (preview) => t('confirmTitle', { rows: preview.rowCount }),
        confirmText: t('confirmText'),
        doneTitle: t('doneTitle'),
        done: (result) => t('done', { file: result.fileName, ...counts(result) }),
      }}
      path="/o/$organization/registration-keys/bulk"
      list={{ path: '/o/$organization/registration-keys', label: t('toList') }}
    />
  );
}
