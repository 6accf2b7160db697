import { useTranslations } from 'use-intl';
import { Stack } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useCategoryName } from '../options.ts';
import type { BatchWish } from './requests.ts';

/** What is about to be made, once more, and that its registration IDs go out only once. */
export function BatchSummary({ wish }: { wish: BatchWish }) {
  const t = useTranslations('activation-keys');
  const nameOf = useCategoryName();
  const entries = [
    { name: t('fields.category'), value: nameOf(wish.category) },
    { name: t('fields.productNumber'), value: wish.productNumber },
    { name: t('fields.purpose'), value: wish.purpose },
    { name: t('fields.count'), value: wish.count },
    { name: t('fields.note'), value: wish.note },
    { name: t('fields.format'), value: t(`formats.${wish.format}`) },
  ];
  return (
    <Stack gap="small">
      <SummaryList entries={entries.filter(({ value }) => value !== '')} />
      <p>{t('make.lead')}</p>
      <p>{t('make.confirmText')}</p>
    </Stack>
  );
}
