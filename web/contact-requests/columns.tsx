import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import type { DeskRow, OwnRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

type Both = Pick<OwnRow & DeskRow, 'id' | 'createdAt' | 'state' | 'kind' | 'about' | 'device'>;

/** What the lists of those who ask and of those who answer have in common; `list` is the one whose requests are opened. */
export function useRequestColumns(list: 'contact' | 'contact-desk', organization: string) {
  const t = useTranslations('contact-requests');
  const instant = useInstant();
  return {
    createdAt: {
      key: 'createdAt',
      title: t('own.createdAt'),
      nowrap: true,
      cell: (row) => (
        <Link
          to={`/o/$organization/${list}/$request`}
          params={{ organization, request: row.id }}
          aria-label={t('own.open', { at: instant(row.createdAt) })}
        >
          {instant(row.createdAt)}
        </Link>
      ),
    },
    state: { key: 'state', title: t('own.state'), nowrap: true, cell: (row) => <StateBadge state={row.state} /> },
    kind: { key: 'kind', title: t('own.kind'), cell: (row) => t(`kinds.${row.kind}`) },
    what: {
      key: 'what',
      title: t('own.what'),
      cell: (row) => [row.device?.label, row.about].filter(Boolean).join(' / '),
    },
  } satisfies Record<string, Column<Both>>;
}
