import { TextField } from './text-field.tsx';
import type { FormState } from './use-form.ts';

type Props = {
  form: Pick<FormState<{ reason: string }>, 'values' | 'set' | 'idOf' | 'faultOf'>;
  label: string;
  support: string;
};

/** Why something is done, in one line that others will read. */
export function ReasonField({ form, label, support }: Props) {
  return (
    <TextField
      required
      id={form.idOf('reason')}
      label={label}
      support={support}
      fault={form.faultOf('reason')}
      value={form.values.reason}
      onChange={(reason) => form.set('reason', reason)}
      autoComplete="off"
    />
  );
}
