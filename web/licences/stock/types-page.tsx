import { useTranslations } from 'use-intl';
import type { LicenceOptions } from '../../api/types.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSiteWords } from '../../context/site.ts';
import { Code } from '../../ui/code.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useOptions, useTermText } from '../options.ts';

type Type = LicenceOptions['types'][number];

/** The types of licences as the site's data say them; to look at, not to change (P-26). */
export function Page() {
  const t = useTranslations('licence-stock.types');
  const { types } = useOptions();
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {types.map((type) => (
        <OneType key={type.id} type={type} />
      ))}
    </PageFrame>
  );
}

function OneType({ type: { id, name, models, perCustomer } }: { type: Type }) {
  const t = useTranslations('licence-stock.types');
  const words = useSiteWords();
  const termText = useTermText();
  const { terms, features } = useOptions();
  const own = features.filter(({ types }) => types.includes(id));
  return (
    <Card labelledBy={`type-${id}`}>
      <Stack>
        <h2 id={`type-${id}`}>{words(name)}</h2>
        <SummaryList
          entries={[
            { name: t('id'), value: <Code>{id}</Code> },
            { name: t('models'), value: models.join(t('separator')) },
            {
              name: t('perCustomer'),
              value: perCustomer === null ? t('anyNumber') : t('atMost', { count: perCustomer }),
            },
            { name: t('terms'), value: terms.map(termText).join(t('separator')) },
          ]}
        />
        {own.length === 0 ? (
          <p>{t('noFeatures')}</p>
        ) : (
          <DataTable
            name={t('featuresOf', { type: words(name) })}
            rows={own}
            rowKey={({ code }) => code}
            stack="phone"
            columns={[
              { key: 'feature', title: t('feature'), cell: (row) => words(row.name) },
              { key: 'code', title: t('code'), nowrap: true, cell: ({ code }) => <Code>{code}</Code> },
              { key: 'when', title: t('when'), cell: ({ expired }) => t(`whenExpired.${expired ? 'yes' : 'no'}`) },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}
