import { useState, type ReactNode } from 'react';
import { refusedAt } from '../../api/problem.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { FormCard } from './form-card.tsx';
import type { Fault, FormState } from './use-form.ts';
import { useAction } from '../use-action.ts';

type Props<F extends string> = {
  form: FormState<Record<F, string>, F>;
  /** The fields with their names; an optional one may stay empty. */
  fields: Record<F, { label: string; optional?: boolean }>;
  submit: string;
  danger?: boolean;
  confirm: { title: string; text: string };
  work: () => Promise<void>;
  back: ReactNode;
  children: ReactNode;
};

/** A few fields, asked once more before they are sent; what the server refuses stands at its field. */
export function ActForm<F extends string>({ form, fields, submit, danger, confirm, work, back, children }: Props<F>) {
  const problemText = useProblemText();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const names = Object.keys(fields) as F[];
  const at = (field: F, text: string): Fault<F> => ({ field, label: fields[field].label, text });

  function ask(): void {
    const missing = names.filter((field) => !fields[field].optional && form.values[field].trim() === '');
    if (form.show(missing.map((field) => at(field, problemText('identifiers/required'))))) setAsking(true);
  }
  function explain(refused: unknown): boolean {
    const faults = names.flatMap((field) => {
      const text = refusedAt(refused, `/${field}`);
      return text === '' ? [] : [at(field, text)];
    });
    return faults.length > 0 && !form.show(faults);
  }

  return (
    <>
      <FormCard
        form={form}
        onSubmit={ask}
        problem={problem}
        submit={
          <Button type="submit" kind={danger ? 'danger' : 'primary'}>
            {submit}
          </Button>
        }
        beside={back}
      >
        {children}
      </FormCard>
      <ConfirmDialog
        open={asking}
        kind={danger ? 'danger' : 'primary'}
        title={confirm.title}
        confirmLabel={submit}
        busy={busy}
        onConfirm={() => void run(work, explain).finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <p>{confirm.text}</p>
      </ConfirmDialog>
    </>
  );
}
