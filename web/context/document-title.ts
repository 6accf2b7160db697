import { useTranslations } from 'use-intl';
import type { DocumentName } from '../../domain/site/documents.ts';

export function useDocumentTitle(): (name: DocumentName) => string {
  const t = useTranslations('shell.documents');
  return (name) => t(name);
}
