import { useTranslations } from 'use-intl';
import type { Category } from '../../api/types.ts';
import { useSiteWords } from '../../context/site.ts';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

/** Categories whose keys come from somewhere else are listed with where to go (K-03.1). */
export function Elsewhere({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations('registration-keys.issue.category');
  const words = useSiteWords();
  if (categories.length === 0) return null;
  return (
    <Notice title={t('elsewhere')}>
      <SummaryList
        entries={categories.map(({ name, elsewhere }) => ({
          name: words(name),
          value: elsewhere ? words(elsewhere) : '',
        }))}
      />
    </Notice>
  );
}
