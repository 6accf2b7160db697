import { useTranslations } from 'use-intl';
import type { Language } from '../../domain/site/languages.ts';
import { MailField, TextField } from '../ui/form/text-field.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import type { FormState } from '../ui/form/use-form.ts';
import type { LoginIdKind, PersonField, TypedPerson } from './person.ts';

type Props = {
  form: Pick<FormState<TypedPerson, string>, 'idOf' | 'faultOf'>;
  values: TypedPerson;
  loginIdKind: LoginIdKind;
  onChange: (part: Partial<TypedPerson>) => void;
};

/** Who is invited: name, address, the language of the mail, and the login ID where whoever makes an account gives it. */
export function PersonFields({ form, values, loginIdKind, onChange }: Props) {
  const t = useTranslations('members.invite');
  const shell = useTranslations('shell');
  const field = (name: PersonField) => ({
    required: true,
    id: form.idOf(name),
    label: t(name),
    support: t(`${name}Help`),
    fault: form.faultOf(name),
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
    autoComplete: 'off',
  });
  return (
    <>
      <TextField {...field('name')} />
      <MailField {...field('mail')} />
      {loginIdKind === 'given' && (
        <TextField {...field('loginId')} width="medium" autoCapitalize="none" spellCheck={false} />
      )}
      <SelectField
        required
        id={form.idOf('language')}
        label={t('language')}
        width="medium"
        value={values.language}
        onChange={(value) => onChange({ language: (value === 'en' ? 'en' : 'ja') satisfies Language })}
        options={[
          { value: 'ja', label: shell('japanese') },
          { value: 'en', label: shell('english') },
        ]}
      />
    </>
  );
}
