import { useTranslations } from 'use-intl';
import { openTemplateAddress } from '../../imports/requests.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useNoun } from '../options.ts';

/** The template for many devices, also for who is not logged in (U-04): whoever fills it in need not have a login. */
export function Part() {
  const t = useTranslations('devices.many.template');
  const noun = useNoun();
  const { language } = useLanguage();
  const kind = 'device-registrations';
  return (
    <Stack gap="small">
      <h2>{t('title', noun)}</h2>
      <p>{t('text')}</p>
      <Row>
        <LinkButton
          kind="secondary"
          compact
          icon="download"
          href={openTemplateAddress(kind, language, 'xlsx')}
          download
        >
          {t('excel')}
        </LinkButton>
        <LinkButton kind="secondary" compact icon="download" href={openTemplateAddress(kind, language, 'csv')} download>
          {t('csv')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
