import type { ComponentProps, FormEvent, ReactNode } from 'react';
import { Stack } from '../layout.tsx';
import { ErrorState } from '../states.tsx';
import { SavedNote, WizardButtons } from '../wizard.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FormState } from './use-form.ts';

type Props<F extends string> = {
  form: Pick<FormState<object, F>, 'faults' | 'shownTimes' | 'idOf'>;
  onSubmit: () => void;
  problem: ComponentProps<typeof ErrorState>['problem'];
  /** Whether what is typed is safe on the server; left out where nothing is kept. */
  saved?: ComponentProps<typeof SavedNote>['state'];
  back?: ReactNode;
  /** The button that submits. */
  next: ReactNode;
  children: ReactNode;
};

/** A form that is a step of a wizard: what is wrong stands above its cards, the ways on and back below them. */
export function StepForm<F extends string>({ form, onSubmit, problem, saved = null, back, next, children }: Props<F>) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        {children}
        <ErrorState problem={problem} />
        <SavedNote state={saved} />
        <WizardButtons back={back} next={next} />
      </Stack>
    </form>
  );
}
