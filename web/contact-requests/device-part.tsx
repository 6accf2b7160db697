import { useTranslations } from 'use-intl';
import { useContactForm } from '../context/contact.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';

/** On a device's page: the way to ask the operators about this one. */
export function Part({ device }: { organization: string; device: string }) {
  const t = useTranslations('contact-requests.part');
  const way = useContactForm({ kind: 'device', device });
  if (!way) return null;
  return (
    <Card labelledBy="device-contact">
      <Stack gap="small">
        <h2 id="device-contact">{t('title')}</h2>
        <p>{t('text')}</p>
        <Row print={false}>
          <ButtonTo kind="secondary" icon="mail" {...way}>
            {t('ask')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
