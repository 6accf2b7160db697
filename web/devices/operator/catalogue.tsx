import { useTranslations } from 'use-intl';
import { useSiteWords } from '../../context/site.ts';
import { Code } from '../../ui/code.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Model } from '../requests.ts';

type Row = {
  part: 'metrics' | 'counters' | 'settings';
  code: string;
  name: { ja: string; en: string };
  unit: string | null;
  limits: string;
};

/** What a model measures, counts and can be set to. */
export function Catalogue({ model }: { model: Model }) {
  const t = useTranslations('devices.models');
  const words = useSiteWords();
  const limitsOf = (min: number | null, max: number | null): string =>
    min === null && max === null ? '' : `${min ?? ''} – ${max ?? ''}`;
  const rows: Row[] = [
    ...model.metrics.map(({ code, name, unit, min, max }) => ({
      part: 'metrics' as const,
      code,
      name,
      unit,
      limits: limitsOf(min, max),
    })),
    ...model.counters.map(({ code, name, unit }) => ({
      part: 'counters' as const,
      code,
      name,
      unit: typeof unit === 'object' && unit !== null ? words(unit) : unit,
      limits: '',
    })),
    ...model.settings.map(({ code, name, unit, min, max, choices }) => ({
      part: 'settings' as const,
      code,
      name,
      unit,
      limits: choices.length > 0 ? choices.map((one) => words(one.name)).join(t('separator')) : limitsOf(min, max),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <DataTable<Row>
      name={t('catalogueOf', { model: model.id })}
      rows={rows}
      rowKey={({ part, code }) => `${part} ${code}`}
      columns={[
        { key: 'part', title: t('part'), nowrap: true, cell: ({ part }) => t(part) },
        { key: 'name', title: t('entry'), cell: ({ name }) => words(name) },
        { key: 'code', title: t('code'), nowrap: true, cell: ({ code }) => <Code>{code}</Code> },
        { key: 'unit', title: t('unit'), nowrap: true, cell: ({ unit }) => unit },
        { key: 'limits', title: t('limits'), nowrap: true, cell: ({ limits }) => limits },
      ]}
    />
  );
}
