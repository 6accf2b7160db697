import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page } from '../context/page.tsx';
import { Row } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ImportKind } from './import-flow.tsx';

export function DonePage({ kind, organization, result }: { kind: ImportKind; organization: string; result: Import }) {
  const t = useTranslations('imports.done');
  const file = result.fileName;
  return (
    <Page title={t('title')} part={kind.title} width="reading">
      <Notice kind="success" live>
        {result.storedCount > 0 ? t('text', { stored: result.storedCount, file }) : t('nothingNew', { file })}
      </Notice>
      <Row>
        <ButtonTo to={kind.list.path} params={{ organization }}>
          {kind.list.label}
        </ButtonTo>
        <ButtonTo kind="secondary" to={kind.path} params={{ organization }}>
          {t('another')}
        </ButtonTo>
      </Row>
    </Page>
  );
}
