import { useSuspenseQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useDocumentTitle } from '../../context/document-title.ts';
import { documentQuery } from '../../context/documents.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { Stack } from '../../ui/layout.tsx';
import { ScrollingProse } from '../../ui/prose.tsx';
import type { LinkFacts } from '../link-facts.ts';

type Props = { documents: LinkFacts['asked']['documents']; level: 2 | 3 };

/** The documents somebody has to agree to, each in a box of its own. */
export function DocumentsToRead({ documents, level }: Props) {
  const t = useTranslations('accounts.signUp.terms');
  const titleOf = useDocumentTitle();
  const { language } = useLanguage();
  const texts = useSuspenseQueries({
    queries: documents.map(({ document, version }) => documentQuery(document, language, version)),
  });
  const Heading = `h${level}` as const;
  return texts.map(({ data }) => (
    <Stack key={data.name} gap="small">
      <Heading>{titleOf(data.name)}</Heading>
      <ScrollingProse html={data.html} language={data.language} label={t('area', { name: titleOf(data.name) })} />
    </Stack>
  ));
}
