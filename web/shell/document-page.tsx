import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { documentNames, type DocumentName } from '../../domain/site/documents.ts';
import { useCivilDate } from '../context/dates.ts';
import { documentQuery } from '../context/documents.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite } from '../context/site.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Card } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Prose } from '../ui/prose.tsx';
import { useDocumentTitle } from '../context/document-title.ts';
import { NotFoundPage } from './error-pages.tsx';

export function Page() {
  const { document } = useParams({ strict: false });
  const name = documentNames.find((one) => one === document);
  return name ? <Document name={name} /> : <NotFoundPage />;
}

function Document({ name }: { name: DocumentName }) {
  const { version } = useSearch({ strict: false });
  const { documents } = useSite();
  const t = useTranslations('shell');
  const titleOf = useDocumentTitle();
  const civilDate = useCivilDate();
  const { language } = useLanguage();
  const { data } = useSuspenseQuery(documentQuery(name, language, version));
  const current = documents.find((one) => one.name === name)?.version;
  return (
    <PageFrame title={titleOf(name)} width="reading" lead={t('documentVersion', { date: civilDate(data.version) })}>
      {current && current !== data.version && (
        <Notice>
          <p>{t('documentEarlier', { date: civilDate(data.version) })}</p>
          <Link to="/documents/$document" params={{ document: name }}>
            {t('documentCurrent')}
          </Link>
        </Notice>
      )}
      <Card>
        <Prose html={data.html} language={data.language} />
      </Card>
    </PageFrame>
  );
}
