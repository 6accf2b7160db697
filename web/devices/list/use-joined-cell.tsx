import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDay, useInstant } from '../../context/dates.ts';
import { useSiteWords } from '../../context/site.ts';
import { Code } from '../../ui/code.tsx';
import type { JoinedColumn } from './use-list-columns.ts';
import { useWord } from './use-heading.ts';

/** A joined value as people read it; what nobody filled in, or never came, reads "not registered" (E-05). */
export function useJoinedCell(): (column: JoinedColumn, value: string | null | undefined) => ReactNode {
  const t = useTranslations('devices.list');
  const day = useDay();
  const instant = useInstant();
  const word = useWord();
  const words = useSiteWords();
  return ({ key, kind, mayBeEmpty, names }, value) => {
    if (!value) return mayBeEmpty ? null : t('notRegistered');
    switch (kind) {
      case 'code':
        return <Code>{value}</Code>;
      case 'day':
        return day(value);
      case 'instant':
        return instant(value);
      case 'word':
        return names?.[value] ? words(names[value]) : word(key, value);
      default:
        return value;
    }
  };
}
