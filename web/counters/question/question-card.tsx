import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readPeriod } from '../../../domain/counters/periods.ts';
import { Card } from '../../ui/layout.tsx';
import type { Beginning } from '../requests.ts';
import { usePeriodWords } from '../use-period-words.ts';
import type { Asked } from './asked.ts';
import styles from './question-card.module.css';
import { QuestionForm } from './question-form.tsx';
import { useChoices } from './use-choices.ts';

type Props = {
  organization: string;
  beginning: Beginning;
  asked: Asked | null;
  refused: unknown;
  onAsk: (asked: Asked) => void;
};

/** The form as long as nothing is asked or something is wrong; folded away above an answer. */
export function QuestionCard(props: Props) {
  const { asked, refused, onAsk } = props;
  const t = useTranslations('counters.question');
  const [open, setOpen] = useState(false);
  if (asked === null || refused)
    return (
      <Card labelledBy="question">
        <h2 id="question" className={styles['title']}>
          {t('title')}
        </h2>
        <QuestionForm {...props} />
      </Card>
    );
  return (
    <Card>
      <Said organization={props.organization} asked={asked} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} data-print="no">
        <summary>{t('change')}</summary>
        <div className={styles['form']}>
          <QuestionForm
            {...props}
            onAsk={(next) => {
              setOpen(false);
              onAsk(next);
            }}
          />
        </div>
      </details>
    </Card>
  );
}

/** The conditions in one sentence; on paper too. */
export function Said({ organization, asked }: { organization: string; asked: Asked }) {
  const t = useTranslations('counters');
  const { long } = usePeriodWords();
  const { words } = useChoices(organization, asked);
  // An address can hold anything; the answer says what is wrong with it.
  if (!readPeriod(asked.by, asked.from).ok || !readPeriod(asked.by, asked.to).ok) return null;
  const said = { kind: t(`kinds.${asked.kind}`), ...words };
  return (
    <p>
      {asked.from === asked.to
        ? t('question.summaryOne', { period: long(asked.from), ...said })
        : t('question.summary', { by: t(`units.${asked.by}`), from: long(asked.from), to: long(asked.to), ...said })}
    </p>
  );
}
