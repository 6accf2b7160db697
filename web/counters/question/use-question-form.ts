import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../../api/problem.ts';
import { useForm, type FormState } from '../../ui/form/use-form.ts';
import { useAction } from '../../ui/use-action.ts';
import { checkAsked, type Beginning } from '../requests.ts';
import type { Asked } from './asked.ts';
import { readTyped } from './calendar.ts';

export type QuestionForm = FormState<Asked>;
type Span = { from: string; to: string };

/** What the form begins with: months, this one and the three before, usage of all devices. */
export function firstAsked({ begin }: Beginning): Asked {
  return { by: 'month', ...begin.month, kind: 'usage', group: null, type: null };
}

/** What the fields hold, as a question. */
export function askedIn(values: Asked): Asked {
  return { ...values, from: readTyped(values.from), to: readTyped(values.to) };
}

/** What is typed; the limits are the server's, and what it refuses stands at its field. */
export function useQuestionForm(organization: string, beginning: Beginning, asked: Asked | null, refused: unknown) {
  const t = useTranslations('counters.question');
  const form = useForm<Asked>(asked ?? firstAsked(beginning));
  const { busy, problem, run } = useAction();
  const { by } = form.values;
  // The span of the other unit waits, so that looking at it loses nothing of this one.
  const [waiting, setWaiting] = useState<Span>(beginning.begin[by === 'month' ? 'day' : 'month']);
  const { show } = form;

  function explain(problemAtFields: unknown, unit = by): boolean {
    const labels = {
      month: { from: t('fromMonth'), to: t('toMonth') },
      day: { from: t('fromDay'), to: t('toDay') },
    }[unit];
    const faults = (['from', 'to'] as const).flatMap((field) => {
      const text = refusedAt(problemAtFields, `/${field}`);
      return text === '' ? [] : [{ field, label: labels[field], text }];
    });
    return faults.length > 0 && !show(faults);
  }
  useEffect(() => {
    if (refused) explain(refused, asked?.by);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal
  }, [refused]);
  return {
    form,
    busy,
    problem,
    other: {
      swap: (span: Span): Span => {
        setWaiting(span);
        return waiting;
      },
    },
    begin: () => {
      form.replace(firstAsked(beginning));
      setWaiting(beginning.begin.day);
      form.show([]);
    },
    /** Says whether the question makes sense; what does not stands at its field then. */
    check: async (): Promise<boolean> => {
      let passed = false;
      form.show([]);
      await run(async () => {
        await checkAsked(organization, askedIn(form.values));
        passed = true;
      }, explain);
      return passed;
    },
  };
}
