import type { FormEvent, ReactNode } from 'react';
import { Card, Row, Stack } from '../layout.tsx';
import { ErrorState } from '../states.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FormState } from './use-form.ts';

type Props<F extends string> = {
  form: Pick<FormState<object, F>, 'faults' | 'shownTimes' | 'idOf'>;
  onSubmit: () => void;
  problem: unknown;
  /** The button that submits. */
  submit: ReactNode;
  /** Another way, beside the button that submits. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form that is one card: what is wrong with it stands above its fields, what to do with it below them. */
export function FormCard<F extends string>({ form, onSubmit, problem, submit, beside, children }: Props<F>) {
  function take(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form onSubmit={take} noValidate>
      <Card>
        <Stack>
          <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
          {children}
          <ErrorState problem={problem} />
          <Row>
            {submit}
            {beside}
          </Row>
        </Stack>
      </Card>
    </form>
  );
}
