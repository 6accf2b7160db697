import { useTranslations } from 'use-intl';
import { useSite } from '../context/site.ts';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextAreaField } from '../ui/form/text-area-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import type { FormState } from '../ui/form/use-form.ts';
import type { Kind } from './requests.ts';

export type Question = { kind: string; about: string; text: string };

/** The kinds that a site offers, to choose from. */
export function useKinds(): readonly Kind[] {
  return useSite().capabilities['contact-requests']?.kinds ?? [];
}

/** What both forms ask: kind, what it is about, and the question itself. */
export function QuestionFields<V extends Question>({
  form,
}: {
  form: Pick<FormState<V, Extract<keyof V, string>>, 'values' | 'set' | 'idOf' | 'faultOf'>;
}) {
  const t = useTranslations('contact-requests.form');
  const words = useTranslations('contact-requests.kinds');
  const kinds = useKinds();
  const at = (field: keyof Question) => field as Extract<keyof V, string>;
  const props = (field: keyof Question) => ({
    id: form.idOf(at(field)),
    fault: form.faultOf(at(field)),
    value: form.values[field],
    onChange: (value: string) => form.set(field, value as V[keyof Question]),
  });
  return (
    <>
      <SelectField
        required
        {...props('kind')}
        label={t('kind')}
        width="medium"
        options={[{ value: '', label: t('choose') }, ...kinds.map((value) => ({ value, label: words(value) }))]}
      />
      <TextField {...props('about')} label={t('about')} support={t('aboutHelp')} autoComplete="off" />
      <TextAreaField required {...props('text')} label={t('text')} support={t('textHelp')} />
    </>
  );
}
