import { useTranslations } from 'use-intl';
import type { Batch } from '../../api/types.ts';
import { Icon } from '../../ui/icon.tsx';

/** Whether every key that can still be used stands in a file that arrived. */
export function DeliveryMark({ batch }: { batch: Pick<Batch, 'unconfirmed' | 'unused'> }) {
  const t = useTranslations('activation-keys.delivery');
  if (batch.unconfirmed > 0)
    return (
      <strong>
        <Icon name="error" /> {t('open')}
      </strong>
    );
  return t(batch.unused > 0 ? 'confirmed' : 'nothing');
}
