import { useTranslations } from 'use-intl';
import { Notice } from '../../ui/notice.tsx';

/** On every page and in every dialog of the demo, on paper too: what is shown here is not real (K-08). */
export function DemoNote({ long = false }: { long?: boolean }) {
  const t = useTranslations('registration-keys.demo');
  return (
    <Notice kind="warning" title={t('mark')}>
      {long ? t('banner') : t('note')}
    </Notice>
  );
}
