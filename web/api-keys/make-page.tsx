import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PasswordedForm } from '../accounts/account-data/passworded-form.tsx';
import { usePasswordForm } from '../accounts/account-data/use-password-form.ts';
import { useIdempotent } from '../api/idempotency.ts';
import { refusedAt } from '../api/problem.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useAction } from '../ui/use-action.ts';
import { Made } from './made.tsx';
import { apiKeysKey, makeKey, scopesQuery, type ScopeName } from './requests.ts';
import { ScopeFields } from './scope-fields.tsx';

const lives = ['30', '90', '365', 'none'] as const;
const dayMs = 24 * 60 * 60 * 1000;

/** An owner makes an API key (P-24): its name, what it is good for and how long; then it is shown, this once. */
export function Page() {
  const t = useTranslations('api-keys.make');
  const { organization = '' } = useParams({ strict: false });
  const { user } = useSession();
  const problemText = useProblemText();
  const client = useQueryClient();
  const send = useIdempotent();
  const { data: offered } = useSuspenseQuery(scopesQuery(organization));
  const labels = { name: t('name'), scopes: t('scopes'), life: t('life'), password: t('password') };
  const { form, isFilled, explain } = usePasswordForm<'name' | 'scopes' | 'life'>(labels, { life: '365' });
  const { busy, problem, run } = useAction();
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const { name, life, password } = form.values;
  const chosen = form.values.scopes.split(' ').filter((scope): scope is ScopeName => scope !== '');

  function submit(): void {
    if (!isFilled()) {
      const missing = chosen.length === 0 && form.values.name.trim() !== '' && password !== '';
      if (missing) form.show([{ field: 'scopes', label: labels.scopes, text: problemText('api-keys/scopes-missing') }]);
      return;
    }
    const endsAt = life === 'none' ? null : new Date(Date.now() + Number(life) * dayMs).toISOString();
    const wish = { name, scopes: chosen, password };
    void run(
      async () => {
        const { token } = await send({ ...wish, life }, (header) => makeKey(organization, header, { ...wish, endsAt }));
        setMade({ name: name.trim(), token });
        await client.invalidateQueries({ queryKey: apiKeysKey });
      },
      (refused) => {
        const text = refusedAt(refused, '/endsAt');
        return text ? !form.show([{ field: 'life', label: labels.life, text }]) : explain(refused);
      },
    );
  }
  if (made) return <Made organization={organization} {...made} />;
  return (
    <PageFrame title={t('title')} part={t('part')} lead={t('lead')} width="reading">
      <PasswordedForm
        form={form}
        loginId={user.loginId}
        label={labels.password}
        support={t('passwordHelp')}
        problem={problem}
        back={`/o/${organization}/api-keys`}
        onSubmit={submit}
        submit={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        <TextField
          required
          id={form.idOf('name')}
          label={labels.name}
          support={t('nameHelp')}
          fault={form.faultOf('name')}
          value={name}
          onChange={(value) => form.set('name', value)}
        />
        <ScopeFields
          id={form.idOf('scopes')}
          label={labels.scopes}
          support={t('scopesHelp')}
          fault={form.faultOf('scopes')}
          offered={offered}
          chosen={chosen}
          onChange={(scopes) => form.set('scopes', scopes.join(' '))}
        />
        <SelectField
          required
          id={form.idOf('life')}
          label={labels.life}
          width="medium"
          fault={form.faultOf('life')}
          value={life}
          onChange={(value) => form.set('life', value)}
          options={lives.map((value) => ({ value, label: t(`lives.${value}`) }))}
        />
      </PasswordedForm>
    </PageFrame>
  );
}
