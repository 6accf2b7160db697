import { useTranslations } from 'use-intl';
import { Code } from '../../ui/code.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useCategoryName } from '../options.ts';

export function DeviceSummary({
  category,
  deviceId,
  lines,
}: {
  category: string;
  deviceId: string;
  lines: readonly string[];
}) {
  const t = useTranslations('registration-keys.fields');
  const ui = useTranslations('ui');
  const nameOf = useCategoryName();
  const written = lines.filter((line) => line.trim() !== '');
  return (
    <SummaryList
      entries={[
        { name: t('category'), value: nameOf(category) },
        { name: t('deviceId'), value: <Code>{deviceId}</Code> },
        {
          name: t('installation'),
          value: written.length > 0 ? written.map((line) => <div key={line}>{line}</div>) : ui('notGiven'),
        },
      ]}
    />
  );
}
