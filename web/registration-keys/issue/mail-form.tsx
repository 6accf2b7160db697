import { useTranslations } from 'use-intl';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { MailField as AddressField, TextField } from '../../ui/form/text-field.tsx';
import type { Fault, FormState } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import type { MailWish } from './state.ts';

const subjectMax = 100;

export type MailField = 'wanted' | 'first' | 'second' | 'subject';

/** What stands against sending; the second address may be left out. */
export function useMailFaults(): (mail: MailWish) => Fault<MailField>[] {
  const t = useTranslations('registration-keys.issue.review');
  const problemText = useProblemText();
  return (mail) => {
    if (!mail.wanted) return [];
    const checks: [MailField, string, Verdict<string>][] = [
      ['first', t('address'), parseMailAddress(mail.first)],
      ['subject', t('subject'), parseText(mail.subject, { min: 1, max: subjectMax })],
    ];
    if (mail.second.trim() !== '') checks.splice(1, 0, ['second', t('second'), parseMailAddress(mail.second)]);
    return checks.flatMap(([field, label, verdict]) =>
      verdict.ok ? [] : [{ field, label, text: problemText(`identifiers/${verdict.code}`, verdict.params) }],
    );
  };
}

export function MailForm({
  form,
  onChange,
}: {
  form: FormState<MailWish, MailField>;
  onChange: (mail: MailWish) => void;
}) {
  const t = useTranslations('registration-keys.issue.review');
  const mail = form.values;
  function field(name: 'first' | 'second' | 'subject') {
    return {
      id: form.idOf(name),
      fault: form.faultOf(name),
      value: mail[name],
      onChange: (value: string) => {
        form.clear(name);
        onChange({ ...mail, [name]: value });
      },
    };
  }
  return (
    <Stack>
      <h2 id="mail-heading">{t('mail')}</h2>
      <CheckboxField
        id={form.idOf('wanted')}
        label={t('wantMail')}
        checked={mail.wanted}
        onChange={(wanted) => onChange({ ...mail, wanted })}
      />
      {mail.wanted && (
        <>
          <AddressField {...field('first')} label={t('address')} required />
          <AddressField {...field('second')} label={t('second')} autoComplete="off" />
          <TextField
            {...field('subject')}
            label={t('subject')}
            required
            support={t('subjectSupport')}
            autoComplete="off"
          />
        </>
      )}
    </Stack>
  );
}
