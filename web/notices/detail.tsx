import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { periodText } from '../../domain/site/instant-text.ts';
import { announcementsQuery } from '../context/announcements.ts';
import { ButtonTo } from '../context/links.tsx';
import { useSite } from '../context/site.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Row } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SummaryList, type SummaryEntry } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { pathsOf, type Subject } from './compose/subject.ts';
import { StateBadge } from './state-badge.tsx';

export type Act = {
  key: 'endNotice' | 'deleteNotice' | 'endWindow' | 'cancelWindow';
  run: () => Promise<unknown>;
};

type Shown = { id: string; startsAt: string; endsAt: string; state: 'planned' | 'current' | 'past' | 'cancelled' };

type Props = {
  room: Subject['room'];
  shown: Shown;
  stateWord: string;
  entries: readonly SummaryEntry[];
  /** What can be done with it now, beside changing it. */
  acts: readonly Act[];
  children: ReactNode;
};

const doneWords = ['published', 'planned', 'changed', 'ended', 'cancelled'] as const;

/** A notice or window with its state, what it looks like, and what can be done with it. */
export function Detail({ room, shown, stateWord, entries, acts, children }: Props) {
  const t = useTranslations('notices');
  const locale = useLocale();
  const { timeZone } = useSite();
  const { organization = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const paths = pathsOf({ room });
  const word = doneWords.find((one) => one === done);
  const period = { startsAt: new Date(shown.startsAt), endsAt: new Date(shown.endsAt) };
  const mayChange = shown.state === 'planned' || shown.state === 'current';
  return (
    <>
      {word && (
        <Notice kind="success" live>
          {t(`detail.${word}`)}
        </Notice>
      )}
      <SummaryList
        entries={[
          {
            name: t('fields.state'),
            value: <StateBadge state={shown.state}>{stateWord}</StateBadge>,
          },
          { name: t('fields.period'), value: periodText(period, locale, timeZone) },
          ...entries,
        ]}
      />
      {children}
      <Row print={false}>
        {mayChange && (
          <ButtonTo to={paths.edit} params={{ organization, id: shown.id }}>
            {t('detail.edit')}
          </ButtonTo>
        )}
        {acts.map((act) => (
          <ActButton key={act.key} act={act} />
        ))}
        <ButtonTo kind="quiet" to={paths.list} params={{ organization }}>
          {t('detail.list')}
        </ButtonTo>
      </Row>
    </>
  );
}

function ActButton({ act }: { act: Act }) {
  const t = useTranslations('notices.detail');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  async function go(): Promise<void> {
    await act.run();
    await client.invalidateQueries({ queryKey: announcementsQuery.queryKey });
  }
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t(act.key)}
      </Button>
      <ConfirmDialog
        open={asking}
        kind="danger"
        title={t(`${act.key}Title`)}
        confirmLabel={t(act.key)}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void run(go).finally(() => setAsking(false))}
      >
        {t(`${act.key}Text`)}
      </ConfirmDialog>
      <ErrorState problem={problem} />
    </>
  );
}
