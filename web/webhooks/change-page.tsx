import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../api/problem.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { Notice } from '../ui/notice.tsx';
import { changeWebhook, webhookQuery, webhooksKey } from './requests.ts';
import { WebhookForm } from './webhook-form.tsx';

/** An owner changes name, receiver or events of a webhook (P-24). */
export function Page() {
  const t = useTranslations('webhooks.form');
  const { organization = '', webhook = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: shown } = useSuspenseQuery(webhookQuery(organization, webhook));
  // What was seen when the form was opened, whatever is asked anew meanwhile.
  const [{ name, url, kinds, version }] = useState(shown);
  const [isLate, setIsLate] = useState(false);
  const back = { to: '/o/$organization/webhooks/$webhook', params: { organization, webhook } } as const;
  return (
    <PageFrame title={t('changeTitle', { name })} part={t('part')} width="reading">
      {isLate && (
        <Notice kind="warning" live>
          {t('meanwhile')}
        </Notice>
      )}
      <WebhookForm
        organization={organization}
        given={{ name, url, kinds }}
        submitLabel={t('save')}
        back={`/o/${organization}/webhooks/${webhook}`}
        onSend={async (wish) => {
          await changeWebhook(organization, webhook, version, wish);
          await client.invalidateQueries({ queryKey: webhooksKey });
          await navigate(back);
        }}
        explain={(refused) => {
          setIsLate(isChangedMeanwhile(refused));
          return isChangedMeanwhile(refused);
        }}
      />
    </PageFrame>
  );
}
