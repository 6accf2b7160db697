import { useTranslations } from 'use-intl';
import { useNoun } from '../devices/options.ts';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { TextField } from '../ui/form/text-field.tsx';

export type TypedTerms = { rights: 'see' | 'configure'; until: string };
type Props = {
  form: { idOf: (field: keyof TypedTerms) => string; faultOf: (field: keyof TypedTerms) => string | undefined };
  values: TypedTerms;
  onChange: (part: Partial<TypedTerms>) => void;
};

/** What the dealer may do, and until when. */
export function TermsFields({ form, values, onChange }: Props) {
  const t = useTranslations('maintenance-links');
  const noun = useNoun();
  return (
    <>
      <RadioGroup
        required
        cards
        id={form.idOf('rights')}
        label={t('view.rights')}
        fault={form.faultOf('rights')}
        value={values.rights}
        onChange={(next) => onChange({ rights: next === 'configure' ? 'configure' : 'see' })}
        choices={[
          { value: 'see', label: t('see'), hint: t('seeHint') },
          { value: 'configure', label: t('configure'), hint: t('configureHint', noun) },
        ]}
      />
      <TextField
        id={form.idOf('until')}
        label={t('view.until')}
        support={t('view.untilHelp')}
        fault={form.faultOf('until')}
        type="date"
        width="medium"
        value={values.until}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}
