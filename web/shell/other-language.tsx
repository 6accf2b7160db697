import { useTranslations } from 'use-intl';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';

/** With two languages one button does: it bears the other language's own name. */
export function OtherLanguage() {
  const t = useTranslations('shell');
  const { language, setLanguage } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <Button kind="quiet" compact lang={other} title={t('otherLanguageLabel')} onClick={() => setLanguage(other)}>
      {t('otherLanguage')}
    </Button>
  );
}
