import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import type { ImportKind } from './import-flow.tsx';

/** Back to where a file is chosen. */
export function Another({ kind, organization }: { kind: ImportKind; organization: string }) {
  const t = useTranslations('imports.preview');
  return (
    <ButtonTo kind="secondary" to={kind.path} params={{ organization }}>
      {t('another')}
    </ButtonTo>
  );
}
