import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readPeriod } from '../../../domain/counters/periods.ts';
import { Card } from '../../ui/layout.tsx';
import type { Asked } from '../question/asked.ts';
import styles from '../question/question-card.module.css';
import { QuestionForm } from '../question/question-form.tsx';
import type { Beginning } from '../requests.ts';
import { usePeriodWords } from '../use-period-words.ts';

type Props = {
  organization: string;
  device: string;
  beginning: Beginning;
  asked: Asked;
  refused: unknown;
  onAsk: (asked: Asked) => void;
};

/** Which periods of one device are shown, in a sentence; the form to ask for others is folded away, unless something is wrong. */
export function DeviceQuestion(props: Props) {
  const { asked, refused, onAsk } = props;
  const t = useTranslations('counters');
  const own = useTranslations('device-counters');
  const { long } = usePeriodWords();
  const [open, setOpen] = useState(false);
  const { by, from, to, kind } = asked;
  const isReadable = readPeriod(by, from).ok && readPeriod(by, to).ok;
  if (refused)
    return (
      <Card labelledBy="question">
        <h2 id="question" className={styles['title']}>
          {t('question.title')}
        </h2>
        <QuestionForm {...props} />
      </Card>
    );
  return (
    <Card>
      {isReadable && (
        <p>{own('summary', { by: t(`units.${by}`), from: long(from), to: long(to), kind: t(`kinds.${kind}`) })}</p>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} data-print="no">
        <summary>{t('question.change')}</summary>
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
