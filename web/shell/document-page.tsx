import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { documentNames, type DocumentName } from '../../domain/site/documents.ts';
import { siteId } from '../context/address.ts';
import { useCivilDate } from '../context/dates.ts';
import { useDocumentTitle } from '../context/document-title.ts';
import { documentQuery } from '../context/documents.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { Card, Row } from '../ui/layout.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Prose } from '../ui/prose.tsx';
import styles from './document-page.module.css';
import { NotFoundPage } from './error-pages.tsx';

/** From so many headings on a document begins with a table of contents. */
const contentsFrom = 5;

export function Page() {
  const { document } = useParams({ strict: false });
  const { version } = useSearch({ strict: false });
  const name = documentNames.find((one) => one === document);
  const asked = typeof version === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(version) ? version : undefined;
  return name ? <Document name={name} asked={asked} /> : <NotFoundPage />;
}

function Document({ name, asked }: { name: DocumentName; asked: string | undefined }) {
  const t = useTranslations('shell');
  const titleOf = useDocumentTitle();
  const civilDate = useCivilDate();
  const { language } = useLanguage();
  const { data } = useSuspenseQuery(documentQuery(name, language, asked));
  const { version, versions, headings } = data;
  const isOlder = version !== versions[0];
  return (
    <PageFrame
      title={titleOf(name)}
      lead={t('documentVersion', { date: civilDate(version) })}
      actions={name === 'manual' && <Actions name={name} version={version} language={data.language} />}
    >
      {isOlder && (
        <Notice kind="warning">
          <p>{t('documentEarlier', { date: civilDate(version) })}</p>
          <Link to="/documents/$document" params={{ document: name }}>
            {t('documentCurrent')}
          </Link>
        </Notice>
      )}
      <div className={styles['columns']} data-contents={headings.length >= contentsFrom ? '' : undefined}>
        {headings.length >= contentsFrom && <Contents headings={headings} language={data.language} />}
        <Card>
          <Prose html={data.html} language={data.language} />
        </Card>
      </div>
      {versions.length > 1 && <Versions name={name} shown={version} versions={versions} />}
    </PageFrame>
  );
}

function Actions({ name, version, language }: { name: DocumentName; version: string; language: string }) {
  const t = useTranslations('shell.documentPage');
  const query = new URLSearchParams({ language, version });
  return (
    <Row>
      <LinkButton kind="secondary" icon="download" href={`/api/${siteId}/documents/${name}/file?${query}`} download>
        {t('download')}
      </LinkButton>
      <Button kind="secondary" icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </Row>
  );
}

type Headings = readonly { id: string; depth: 2 | 3; text: string }[];

function Contents({ headings, language }: { headings: Headings; language: string }) {
  const t = useTranslations('shell.documentPage');
  return (
    <nav className={styles['contents']} aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <ol lang={language}>
        {headings.map(({ id, depth, text }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Versions({ name, shown, versions }: { name: DocumentName; shown: string; versions: readonly string[] }) {
  const t = useTranslations('shell.documentPage');
  const civilDate = useCivilDate();
  return (
    <nav className={styles['versions']} aria-labelledby="versions" data-print="no">
      <h2 id="versions">{t('versions')}</h2>
      <ul>
        {versions.map((version, index) => (
          <li key={version}>
            <Link
              to="/documents/$document"
              params={{ document: name }}
              search={index === 0 ? {} : { version }}
              aria-current={version === shown ? 'page' : undefined}
            >
              {civilDate(version)}
            </Link>
            {index === 0 && <span> ({t('inForce')})</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
