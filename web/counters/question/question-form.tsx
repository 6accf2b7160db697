import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { figureKinds, type FigureKind } from '../../../domain/counters/kinds.ts';
import { periodUnits, type PeriodUnit } from '../../../domain/counters/periods.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Beginning } from '../requests.ts';
import { queryOf, type Asked } from './asked.ts';
import { PeriodFields } from './period-fields.tsx';
import styles from './question-form.module.css';
import { useChoices } from './use-choices.ts';
import { askedIn, useQuestionForm } from './use-question-form.ts';

type Props = {
  organization: string;
  beginning: Beginning;
  /** What the address asks; null at the beginning. */
  asked: Asked | null;
  /** What the server said of it. */
  refused: unknown;
  /** Asked about this device alone. */
  device?: string;
  onAsk: (asked: Asked) => void;
};

/** Which periods of which devices, and what of them (C-04). */
export function QuestionForm({ organization, beginning, asked, refused, device, onAsk }: Props) {
  const t = useTranslations('counters');
  const { form, other, begin, check, busy, problem } = useQuestionForm(organization, beginning, asked, refused);
  const { groups, types } = useChoices(organization, form.values);
  const [pressed, setPressed] = useState<'show' | 'export' | null>(null);
  const { values } = form;

  async function submit(): Promise<void> {
    setPressed('show');
    if (await check()) onAsk(askedIn(values));
  }
  function changeUnit(by: PeriodUnit): void {
    if (by !== values.by) form.replace({ ...values, by, ...other.swap({ from: values.from, to: values.to }) });
    form.show([]);
  }
  return (
    <form
      noValidate
      aria-label={t('question.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        <div className={styles['choices']}>
          <RadioGroup
            plain
            id={form.idOf('by')}
            label={t('question.by')}
            value={values.by}
            onChange={(value) => changeUnit(value as PeriodUnit)}
            choices={periodUnits.map((one) => ({ value: one, label: t(`units.${one}`), hint: t(`unitHints.${one}`) }))}
          />
          <RadioGroup
            plain
            id={form.idOf('kind')}
            label={t('question.kind')}
            value={values.kind}
            onChange={(value) => form.set('kind', value as FigureKind)}
            choices={figureKinds.map((one) => ({ value: one, label: t(`kinds.${one}`), hint: t(`kindHints.${one}`) }))}
          />
        </div>
        <div className={styles['fields']}>
          <PeriodFields form={form} beginning={beginning} />
          {device === undefined && (
            <>
              <SelectField
                plain
                id={form.idOf('group')}
                label={t('question.group')}
                value={values.group ?? ''}
                onChange={(value) => form.set('group', value || null)}
                options={groups}
              />
              <SelectField
                plain
                id={form.idOf('type')}
                label={t('question.type')}
                value={values.type ?? ''}
                onChange={(value) => form.set('type', value || null)}
                options={types}
              />
            </>
          )}
        </div>
        <ErrorState problem={problem} />
        <Row print={false}>
          <Button type="submit" icon="report" busy={busy && pressed === 'show'}>
            {t('question.submit')}
          </Button>
          <ExportButton
            organization={organization}
            kind="counters"
            label={t('question.export')}
            conditions={{ ...queryOf(askedIn(values)), ...(device !== undefined && { device }) }}
            before={() => {
              setPressed('export');
              return check();
            }}
          />
          <Button kind="quiet" onClick={begin}>
            {t('question.reset')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
