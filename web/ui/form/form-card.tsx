import type { FormEvent, ReactNode } from 'react';
import { Card, Stack } from '../layout.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FormState } from './use-form.ts';

type Props<F extends string> = {
  form: Pick<FormState<object, F>, 'faults' | 'shownTimes' | 'idOf'>;
  onSubmit: () => void;
  children: ReactNode;
};

/** A form that is one card: what is wrong with it stands above its fields. */
export function FormCard<F extends string>({ form, onSubmit, children }: Props<F>) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <Stack>
          <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
          {children}
        </Stack>
      </Card>
    </form>
  );
}
