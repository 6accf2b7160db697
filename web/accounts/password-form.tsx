import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { phoneSample } from '../../domain/identifiers/phone.ts';
import { answer, api } from '../api/client.ts';
import { ApiProblem, refusedAt } from '../api/problem.ts';
import { siteId } from '../context/address.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { PhoneField } from '../ui/form/text-field.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { DocumentsToRead } from './consents/documents-to-read.tsx';
import type { LinkFacts } from './link-facts.ts';
import { NewPasswordFields, useNewPasswordFaults, type NewPassword } from './passwords/new-password.tsx';

type Values = NewPassword & { agreed: boolean; phone: string };
type Field = keyof Values;
type Props = {
  token: string;
  facts: LinkFacts;
  onDone: () => Promise<void> | void;
  /** The link ended by too many wrong phone numbers. */
  onSpent: (text: string) => void;
};

/** Sets a password with the proof of a mailed link or code, and asks for what the site wants beside it (P-10, E-01). */
export function PasswordForm({ token, facts, onDone, onSpent }: Props) {
  const t = useTranslations('accounts.setPassword');
  const { loginId, secondFactor, asked } = facts;
  const labels = { password: t('password'), again: t('again') };
  const faultsOf = useFaults(facts, labels);
  const form = useForm<Values>({ agreed: false, phone: '', password: '', again: '' });
  const { busy, problem, run } = useAction();
  const hasParts = asked.phone || asked.documents.length > 0;

  function explain(reason: unknown): boolean {
    if (reason instanceof ApiProblem && reason.code === 'accounts/phone-tries-spent') {
      onSpent(reason.message);
      return true;
    }
    const phone = refusedAt(reason, '/phone');
    const password = refusedAt(reason, '/password');
    const found: Fault<Field>[] = phone ? [{ field: 'phone', label: t('phone'), text: phone }] : [];
    if (password) found.push({ field: 'password', label: labels.password, text: password });
    return found.length > 0 && !form.show(found);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(faultsOf(form.values))) return;
    const { password, phone } = form.values;
    const given = { agreed: asked.documents, ...(asked.phone && { phone }) };
    void run(async () => {
      await answer(
        api.POST('/api/{site}/passwords', { params: { path: { site: siteId } }, body: { token, password, ...given } }),
      );
      await onDone();
    }, explain);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        {asked.documents.length > 0 && (
          <Card labelledBy="asked-documents">
            <Stack>
              <h2 id="asked-documents">{t('documents')}</h2>
              <p>{t('documentsLead')}</p>
              <DocumentsToRead documents={asked.documents} level={3} />
              <CheckboxField
                id={form.idOf('agreed')}
                label={t('agree')}
                fault={form.faultOf('agreed')}
                checked={form.values.agreed}
                onChange={(agreed) => form.set('agreed', agreed)}
              />
            </Stack>
          </Card>
        )}
        {asked.phone && (
          <Card labelledBy="asked-phone">
            <Stack>
              <h2 id="asked-phone">{t('phoneTitle')}</h2>
              <PhoneField
                required
                id={form.idOf('phone')}
                label={t('phone')}
                support={t('phoneSupport', { sample: phoneSample('JP') })}
                fault={form.faultOf('phone')}
                value={form.values.phone}
                onChange={(phone) => form.set('phone', phone)}
              />
            </Stack>
          </Card>
        )}
        <Card {...(hasParts && { labelledBy: 'asked-password' })}>
          <Stack>
            {hasParts && <h2 id="asked-password">{t('passwordTitle')}</h2>}
            {/* Lets a password manager keep the password under the right ID. */}
            <input type="text" name="username" autoComplete="username" value={loginId} readOnly hidden />
            <NewPasswordFields form={form} labels={labels} secondFactor={secondFactor} />
            <ErrorState problem={problem} />
            <div>
              <Button type="submit" busy={busy}>
                {t('submit')}
              </Button>
            </div>
          </Stack>
        </Card>
      </Stack>
    </form>
  );
}

/** What this browser finds wrong before it asks. Whether the number is the right one only the server knows. */
function useFaults({ asked, secondFactor }: LinkFacts, labels: { password: string; again: string }) {
  const t = useTranslations('accounts.setPassword');
  const problemText = useProblemText();
  const passwordFaults = useNewPasswordFaults(labels, secondFactor);
  return (values: Values): Fault<Field>[] => {
    const found: Fault<Field>[] = [];
    if (asked.documents.length > 0 && !values.agreed)
      found.push({ field: 'agreed', label: t('agree'), text: problemText('accounts/terms-not-agreed') });
    if (asked.phone && values.phone.trim() === '')
      found.push({ field: 'phone', label: t('phone'), text: problemText('identifiers/required') });
    return [...found, ...passwordFaults(values)];
  };
}
