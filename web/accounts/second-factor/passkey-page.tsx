import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { passkeyNameMax } from '../../../domain/accounts/second-factor.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Removal } from './removal.tsx';
import { ownFactorsQuery, removePasskey, renamePasskey, type OwnPasskey } from './requests.ts';
import { useFactorsChanged } from './use-factors.ts';

/** One passkey: its name, and its removal. */
export function Page() {
  const t = useTranslations('second-factor.passkey');
  const words = useTranslations('second-factor');
  const { passkey: id = '' } = useParams({ strict: false });
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  const passkey = factors.passkeys.find((one) => one.id === id);
  if (!passkey) {
    return (
      <PageFrame title={words('passkeys.title')} part={words('security.title')} width="reading">
        <Notice>{words('passkeys.gone')}</Notice>
        <div>
          <ButtonTo to="/account/security">{words('security.back')}</ButtonTo>
        </div>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title', { name: passkey.name })} part={words('security.title')} width="reading">
      <Rename key={passkey.id} passkey={passkey} />
      <Card labelledBy="remove">
        <Stack>
          <h2 id="remove">{t('remove')}</h2>
          <Removal
            text={t('removeText')}
            submit={t('remove')}
            remove={(password) => removePasskey(passkey.id, password)}
          />
        </Stack>
      </Card>
    </PageFrame>
  );
}

function Rename({ passkey }: { passkey: OwnPasskey }) {
  const t = useTranslations('second-factor.passkey');
  const add = useTranslations('second-factor.add');
  const problemText = useProblemText();
  const changed = useFactorsChanged();
  const form = useForm({ name: passkey.name });
  const { busy, problem, run } = useAction();
  const [saved, setSaved] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSaved(false);
    const name = form.values.name.trim();
    const isLong = name.length > passkeyNameMax;
    const text = isLong ? add('nameLong', { max: passkeyNameMax }) : problemText('identifiers/required');
    if (!form.show(name === '' || isLong ? [{ field: 'name', label: t('rename'), text }] : [])) return;
    void run(async () => {
      await renamePasskey(passkey.id, name);
      await changed();
      setSaved(true);
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <Stack>
          <ErrorSummary {...form} />
          {saved && (
            <Notice kind="success" live>
              {t('saved')}
            </Notice>
          )}
          <TextField
            required
            id={form.idOf('name')}
            label={t('rename')}
            support={add('nameSupport')}
            fault={form.faultOf('name')}
            value={form.values.name}
            onChange={(value) => form.set('name', value)}
            autoComplete="off"
          />
          <ErrorState problem={problem} />
          <div>
            <Button type="submit" kind="secondary" busy={busy}>
              {t('save')}
            </Button>
          </div>
        </Stack>
      </Card>
    </form>
  );
}
