import { useTranslations } from 'use-intl';
import { MailField } from '../../ui/form/text-field.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { LoginIdField } from '../sign-up/field-input.tsx';
import type { AccountWay } from './requests.ts';
import { openingOf, wantsMail, type FieldName, type NewAccountDraft } from './state.ts';

type Props = {
  way: AccountWay;
  values: NewAccountDraft;
  form: Pick<FormState<Record<FieldName, unknown>, FieldName>, 'idOf' | 'faultOf'>;
  onChange: (changes: Partial<NewAccountDraft>) => void;
};

/** How the person gets in: the login ID, how the account opens at first, and the address where one is needed. */
export function LogInFields({ way, values, form, onChange }: Props) {
  const t = useTranslations('new-accounts.form');
  const words = useTranslations('new-accounts.openings');
  const shell = useTranslations('shell');
  const opening = openingOf(way, values);
  const languages = [
    { value: 'ja', label: shell('japanese') },
    { value: 'en', label: shell('english') },
  ];
  return (
    <Card labelledBy="new-account-log-in">
      <Stack>
        <h2 id="new-account-log-in">{t('logIn')}</h2>
        {way.loginIdRule && (
          <LoginIdField
            required
            rule={way.loginIdRule}
            id={form.idOf('loginId')}
            label={t('loginId')}
            fault={form.faultOf('loginId')}
            value={values.loginId}
            onChange={(loginId) => onChange({ loginId })}
            autoComplete="off"
          />
        )}
        {way.openings.length > 1 && (
          <RadioGroup
            required
            cards
            id={form.idOf('opening')}
            label={t('opening')}
            fault={form.faultOf('opening')}
            value={opening ?? ''}
            onChange={(value) => onChange({ opening: way.openings.find((one) => one === value) ?? null })}
            choices={way.openings.map((one) => ({
              value: one,
              label: words(`${one}.title`),
              hint: words(`${one}.hint`),
            }))}
          />
        )}
        {wantsMail(way, opening) && (
          <MailField
            required
            id={form.idOf('mail')}
            label={t('mail')}
            support={t(way.loginIdRule ? 'mailForLink' : 'mailIsLoginId')}
            fault={form.faultOf('mail')}
            value={values.mail}
            onChange={(mail) => onChange({ mail })}
            autoComplete="off"
          />
        )}
        <SelectField
          required
          id={form.idOf('language')}
          label={t('language')}
          width="medium"
          value={values.language}
          onChange={(language) => onChange({ language: language === 'en' ? 'en' : 'ja' })}
          options={languages}
        />
      </Stack>
    </Card>
  );
}
