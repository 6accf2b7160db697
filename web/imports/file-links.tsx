import { useTranslations } from 'use-intl';
import { useLanguage } from '../texts/texts.tsx';
import { Row } from '../ui/layout.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { resultAddress } from './requests.ts';

/** The rows with what became of them, or with what is wrong, as a file. */
export function FileLinks({ organization, id }: { organization: string; id: string }) {
  const t = useTranslations('imports.done');
  const { language } = useLanguage();
  return (
    <Row>
      <LinkButton
        kind="secondary"
        compact
        icon="download"
        href={resultAddress(organization, id, language, 'xlsx')}
        download
      >
        {t('excel')}
      </LinkButton>
      <LinkButton
        kind="secondary"
        compact
        icon="download"
        href={resultAddress(organization, id, language, 'csv')}
        download
      >
        {t('csv')}
      </LinkButton>
    </Row>
  );
}
