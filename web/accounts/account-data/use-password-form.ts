import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { useForm, type Fault, type FormState } from '../../ui/form/use-form.ts';

/** A form that asks for the present password beside something else: missing input and the server's faults stand at their fields. */
export function usePasswordForm<F extends string>(
  labels: Record<F | 'password', string>,
  given: Partial<Record<F, string>> = {},
): {
  form: FormState<Record<F | 'password', string>, F | 'password'>;
  /** Shows what is missing; says whether the form is filled in. */
  isFilled: () => boolean;
  /** Shows the faults that the server found at the form's fields. */
  explain: (problem: unknown) => boolean;
} {
  const problemText = useProblemText();
  type Field = F | 'password';
  const fields = Object.keys(labels) as Field[];
  const empty = Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>;
  const form = useForm<Record<Field, string>, Field>({ ...empty, ...given });
  const fault = (field: Field, text: string): Fault<Field> => ({ field, label: labels[field], text });
  return {
    form,
    isFilled: () =>
      form.show(
        fields
          .filter((field) => form.values[field].trim() === '')
          .map((field) => fault(field, problemText('identifiers/required'))),
      ),
    explain: (problem) => {
      if (!(problem instanceof ApiProblem)) return false;
      const found = problem.faults.flatMap(({ pointer, text }) => {
        const field = fields.find((one) => pointer === `/${one}`);
        return field ? [fault(field, text)] : [];
      });
      if (found.length > 0) form.show(found);
      return found.length > 0;
    },
  };
}
