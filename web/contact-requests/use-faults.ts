import { refusedAt } from '../api/problem.ts';
import { useProblemText } from '../texts/problem-text.ts';
import type { Fault, FormState } from '../ui/form/use-form.ts';

type Form<F extends string> = Pick<FormState<object, F>, 'show'>;

/** Shows at their fields what is missing before something is sent, and what the server refused after. */
export function useFaults<F extends string>(
  form: Form<F>,
  labels: Record<F, string>,
): { lacks: (empty: readonly F[]) => boolean; explain: (refused: unknown) => boolean } {
  const problemText = useProblemText();
  const fields = Object.keys(labels) as F[];
  const show = (texts: readonly (readonly [F, string])[]) => {
    const faults: Fault<F>[] = texts
      .filter(([, text]) => text !== '')
      .map(([field, text]) => ({ field, label: labels[field], text }));
    return !form.show(faults);
  };
  return {
    lacks: (empty) => {
      const word = (field: F) => (field === 'kind' ? 'contact-requests/kind-not-offered' : 'identifiers/required');
      return show(fields.filter((field) => empty.includes(field)).map((field) => [field, problemText(word(field))]));
    },
    explain: (refused) => show(fields.map((field) => [field, refusedAt(refused, `/${field}`)])),
  };
}
