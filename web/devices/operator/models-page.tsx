import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSiteWords } from '../../context/site.ts';
import { Code } from '../../ui/code.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { SummaryList, type SummaryEntry } from '../../ui/summary-list.tsx';
import { useTypeName } from '../options.ts';
import { modelsQuery, type Model } from '../requests.ts';
import { Catalogue } from './catalogue.tsx';

/** What is made, as the site's data say it; to look at, not to change. */
export function Page() {
  const t = useTranslations('devices.models');
  const { organization = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(modelsQuery(organization));
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {data.items.map((model) => (
        <OneModel key={model.id} model={model} />
      ))}
    </PageFrame>
  );
}

function OneModel({ model }: { model: Model }) {
  const t = useTranslations('devices.models');
  const ui = useTranslations('ui');
  const words = useSiteWords();
  const typeName = useTypeName();
  const date = useCivilDate();
  const { id, name, type, serial, warrantyMonths, supportUntil, retired, claimCode, registeredTo } = model;
  const pattern = serial.parts.map(({ kind, length, text }) =>
    kind === 'literal' ? (text ?? '') : t(`parts.${kind}`, { length }),
  );
  const entries: SummaryEntry[] = [
    { name: t('kind'), value: typeName(type) },
    { name: t('serial'), value: pattern.join(t('followedBy')) },
    { name: t('checkDigit'), value: t(`checkDigits.${serial.checkDigit}`) },
    { name: t('warranty'), value: warrantyMonths === null ? ui('none') : t('months', { months: warrantyMonths }) },
    ...(supportUntil ? [{ name: t('supportUntil'), value: date(supportUntil) }] : []),
    ...(retired ? [{ name: t('retired'), value: date(retired) }] : []),
    { name: t('claimCode'), value: claimCode ? ui('yes') : ui('no') },
    ...(registeredTo.length > 0
      ? [{ name: t('registeredTo'), value: registeredTo.map(typeName).join(t('separator')) }]
      : []),
  ];
  return (
    <Card labelledBy={`model-${id}`}>
      <Stack>
        <h2 id={`model-${id}`}>
          <Code>{id}</Code> {words(name)}
        </h2>
        <SummaryList entries={entries} />
        <Catalogue model={model} />
      </Stack>
    </Card>
  );
}
