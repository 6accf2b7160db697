import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { makeWebhook, webhooksKey } from './requests.ts';
import { SecretShown } from './secret-shown.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** An owner makes a webhook (P-24); then its secret is shown, this once. */
export function Page() {
  const t = useTranslations('webhooks.form');
  const { organization = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const send = useIdempotent();
  const navigate = useNavigate();
  const [made, setMade] = useState<{ id: string; name: string; secret: string } | null>(null);
  if (made) {
    const to = { to: '/o/$organization/webhooks/$webhook', params: { organization, webhook: made.id } } as const;
    return <SecretShown name={made.name} secret={made.secret} onKept={() => void navigate(to)} />;
  }
  return (
    <PageFrame title={t('makeTitle')} part={t('part')} lead={t('makeLead')} width="reading">
      <WebhookForm
        organization={organization}
        given={{ name: '', url: '', kinds: [] }}
        submitLabel={t('make')}
        back={`/o/${organization}/webhooks`}
        onSend={async (wish) => {
          const { id, secret } = await send(wish, (header) => makeWebhook(organization, header, wish));
          setMade({ id, secret, name: wish.name.trim() });
          await client.invalidateQueries({ queryKey: webhooksKey });
        }}
      />
    </PageFrame>
  );
}
