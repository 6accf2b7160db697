import type { ReactNode } from 'react';
import { useIdempotent } from '../../api/idempotency.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { MailField, TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useAction } from '../../ui/use-action.ts';

type Headers = { 'Idempotency-Key': string };
type Props = {
  label: string;
  support: string;
  isMail: boolean;
  start: string;
  submitLabel: string;
  children?: ReactNode;
  send: (typed: string, header: Headers) => Promise<unknown>;
  onSent: (typed: string) => void;
};

/** One field that asks for a mail: the login ID or the address it belongs to. */
export function AskForm({ label, support, isMail, start, submitLabel, children, send, onSent }: Props) {
  const problemText = useProblemText();
  const form = useForm({ typed: start });
  const { busy, problem, run } = useAction();
  const once = useIdempotent();
  const Field = isMail ? MailField : TextField;

  function submit(): void {
    const typed = form.values.typed.trim();
    const missing = { field: 'typed', label, text: problemText('identifiers/required') } as const;
    if (!form.show(typed === '' ? [missing] : [])) return;
    void run(async () => {
      await once(typed, (header) => send(typed, header));
      onSent(typed);
    });
  }

  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" icon="mail" busy={busy}>
          {submitLabel}
        </Button>
      }
    >
      <Field
        required
        id={form.idOf('typed')}
        label={label}
        support={support}
        fault={form.faultOf('typed')}
        value={form.values.typed}
        onChange={(value) => form.set('typed', value)}
        autoComplete={isMail ? 'email' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
      />
      {children}
    </FormCard>
  );
}
