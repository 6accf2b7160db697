import { useTranslations } from 'use-intl';
import { TextField } from '../../ui/form/text-field.tsx';
import { hasCalendar } from './calendar.ts';
import type { Beginning } from '../requests.ts';
import type { QuestionForm } from './use-question-form.ts';

type Props = { form: QuestionForm; beginning: Beginning };

/** The first and the last period, out of the browser's own calendar. */
export function PeriodFields({ form, beginning }: Props) {
  const t = useTranslations('counters.question');
  const { by } = form.values;
  const sample = beginning.begin[by].from;
  const labels = {
    month: { from: t('fromMonth'), to: t('toMonth') },
    day: { from: t('fromDay'), to: t('toDay') },
  }[by];
  return (['from', 'to'] as const).map((field) => (
    <TextField
      key={`${by} ${field}`}
      plain
      id={form.idOf(field)}
      label={labels[field]}
      support={hasCalendar(by) ? undefined : t('periodHelp', { sample })}
      fault={form.faultOf(field)}
      width="medium"
      type={by === 'month' ? 'month' : 'date'}
      autoComplete="off"
      value={form.values[field]}
      onChange={(value) => form.set(field, value)}
    />
  ));
}
