import { useParams } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../context/dates.ts';
import { documentQuery } from '../context/documents.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useLanguage } from '../texts/texts.tsx';
import { Card } from '../ui/layout.tsx';
import { Prose } from '../ui/prose.tsx';
import { useDocumentTitle } from '../context/document-title.ts';

export function Page() {
  const t = useTranslations('shell');
  const titleOf = useDocumentTitle();
  const civilDate = useCivilDate();
  const { language } = useLanguage();
  const { document = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(documentQuery(document, language));
  return (
    <PageFrame title={titleOf(document)} width="reading" lead={t('documentVersion', { date: civilDate(data.version) })}>
      <Card>
        <Prose html={data.html} language={data.language} />
      </Card>
    </PageFrame>
  );
}
