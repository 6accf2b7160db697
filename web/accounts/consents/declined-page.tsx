import { useTranslations } from 'use-intl';
import { Contact } from '../../context/contact.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Card, Stack } from '../../ui/layout.tsx';

/** Who does not agree stays outside; nothing of the account is lost. */
export function Page() {
  const t = useTranslations('consents.declined');
  return (
    <PageFrame title={t('title')} width="reading">
      <p>{t('text')}</p>
      <Card>
        <Stack gap="small">
          <p>{t('contact')}</p>
          <Contact />
        </Stack>
      </Card>
      <div>
        <ButtonTo kind="secondary" to="/login">
          {t('logIn')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
