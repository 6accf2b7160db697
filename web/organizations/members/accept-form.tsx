import { useSuspenseQueries } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { ApiProblem, refusedAt } from '../../api/problem.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { NewPasswordFields, useNewPasswordFaults } from '../../accounts/passwords/new-password.tsx';
import { useDocumentTitle } from '../../context/document-title.ts';
import { documentQuery } from '../../context/documents.ts';
import { useSite } from '../../context/site.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { ScrollingProse } from '../../ui/prose.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { acceptInvitation, type Invited } from '../requests.ts';

const nameMax = 100;

type Values = { name: string; loginId: string; password: string; again: string; agreed: boolean };
type Field = keyof Values;
type Props = { token: string; invited: Invited; onRefused: () => void; onDone: (loginId: string) => Promise<void> };

/** Name, login ID where it is chosen, password, and consent: with it the account comes to be. */
export function AcceptForm({ token, invited, onRefused, onDone }: Props) {
  const t = useTranslations('members.accept');
  const language = useLocale();
  const problemText = useProblemText();
  const send = useIdempotent();
  const documents = useDocuments();
  const form = useForm<Values>({ name: invited.name, loginId: '', password: '', again: '', agreed: false });
  const labels = { password: t('password'), again: t('again') };
  const passwordFaults = useNewPasswordFaults(labels);
  const { busy, problem, run } = useAction();
  const { values } = form;
  const chosen = invited.loginIdKind === 'chosen';
  const at = (field: Field, label: string, text: string): Fault<Field> => ({ field, label, text });

  function faults(): Fault<Field>[] {
    const name = parseText(values.name, { min: 1, max: nameMax });
    const found: Fault<Field>[] = name.ok
      ? []
      : [at('name', t('name'), problemText(`identifiers/${name.code}`, name.params))];
    if (chosen && values.loginId.trim() === '')
      found.push(at('loginId', t('loginId'), problemText('identifiers/required')));
    found.push(...passwordFaults(values));
    if (documents.length > 0 && !values.agreed) found.push(at('agreed', t('terms'), t('agreeMissing')));
    return found;
  }
  function explain(reason: unknown): boolean {
    if (reason instanceof ApiProblem && reason.code === 'organizations/invitation-invalid') {
      onRefused();
      return true;
    }
    const words = { name: t('name'), loginId: t('loginId'), password: t('password') };
    const taken = reason instanceof ApiProblem && reason.code === 'accounts/login-id-taken' ? reason.message : '';
    const found = (['name', 'loginId', 'password'] as const).flatMap((field) => {
      const text = refusedAt(reason, `/${field}`) || (field === 'loginId' ? taken : '');
      return text ? [at(field, words[field], text)] : [];
    });
    return found.length > 0 && !form.show(found);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(faults())) return;
    const { name, loginId, password } = values;
    const agreed = documents.map((one) => ({ document: one.name, version: one.version }));
    const body = { token, name, password, language, agreed, ...(chosen && { loginId }) };
    void run(async () => {
      const made = await send(body, (header) => acceptInvitation(header, body));
      await onDone(made.loginId);
    }, explain);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        <Card labelledBy="about-you">
          <Stack>
            <h2 id="about-you">{t('you')}</h2>
            <TextField
              required
              id={form.idOf('name')}
              label={t('name')}
              fault={form.faultOf('name')}
              value={values.name}
              onChange={(value) => form.set('name', value)}
              autoComplete="name"
            />
            <LoginId invited={invited} form={form} />
          </Stack>
        </Card>
        <Card labelledBy="new-password">
          <Stack>
            <h2 id="new-password">{t('passwordTitle')}</h2>
            <NewPasswordFields form={form} labels={labels} />
          </Stack>
        </Card>
        <Terms documents={documents} form={form} />
        <ErrorState problem={problem} />
        <div>
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type FormOf = { form: ReturnType<typeof useForm<Values>> };

/** Chosen here, fixed beforehand, or made by the server when the account is. */
function LoginId({ invited, form }: { invited: Invited } & FormOf) {
  const t = useTranslations('members.accept');
  if (invited.loginIdKind === 'chosen') {
    return (
      <TextField
        required
        id={form.idOf('loginId')}
        label={t('loginId')}
        support={t('loginIdHelp')}
        fault={form.faultOf('loginId')}
        value={form.values.loginId}
        onChange={(value) => form.set('loginId', value)}
        width="medium"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
    );
  }
  if (!invited.loginId) return <p>{t('loginIdIssued')}</p>;
  return (
    <>
      <SummaryList entries={[{ name: t('loginId'), value: <span translate="no">{invited.loginId}</span> }]} />
      {/* Lets a password manager keep the password under the right ID. */}
      <input type="text" name="username" autoComplete="username" value={invited.loginId} readOnly hidden />
    </>
  );
}

type Documents = ReturnType<typeof useDocuments>;

function Terms({ documents, form }: { documents: Documents } & FormOf) {
  const t = useTranslations('members.accept');
  const titleOf = useDocumentTitle();
  if (documents.length === 0) return null;
  return (
    <Card labelledBy="terms">
      <Stack>
        <h2 id="terms">{t('terms')}</h2>
        {documents.map((data) => (
          <Stack key={data.name} gap="small">
            <h3>{titleOf(data.name)}</h3>
            <ScrollingProse html={data.html} language={data.language} label={t('area', { name: titleOf(data.name) })} />
          </Stack>
        ))}
        <CheckboxField
          id={form.idOf('agreed')}
          label={t('agree')}
          fault={form.faultOf('agreed')}
          checked={form.values.agreed}
          onChange={(checked) => form.set('agreed', checked)}
        />
      </Stack>
    </Card>
  );
}

/** What has to be agreed to, in the page's language. */
function useDocuments() {
  const language = useLocale();
  const wanted = useSite().documents.filter(({ met }) => met === 'before-form' || met === 'before-password');
  const read = useSuspenseQueries({ queries: wanted.map(({ name }) => documentQuery(name, language)) });
  return read.map(({ data }) => data);
}
