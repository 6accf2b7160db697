import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { ButtonTo } from '../context/links.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswerText } from './answer-text.ts';
import {
  removeWebhook,
  renewSecret,
  switchWebhook,
  testWebhook,
  webhooksKey,
  type Attempt,
  type WebhookRow,
} from './requests.ts';

type Props = { organization: string; shown: WebhookRow; onSecret: (secret: string) => void };

/** What can be done with a webhook: change and try it, a new secret, off and on, and away with it. */
export function Actions({ organization, shown, onSecret }: Props) {
  const t = useTranslations('webhooks.view');
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = useIdempotent();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const [tried, setTried] = useState<Attempt | null>(null);
  const { id, name, state } = shown;
  const isOn = state === 'on' || state === 'failing';
  const refresh = () => client.invalidateQueries({ queryKey: webhooksKey });
  const over = () => setAsking(null);

  const test = () =>
    void run(async () => {
      setTried(null);
      setTried(await testWebhook(organization, id));
    });
  const turn = () =>
    void run(async () => {
      await switchWebhook(organization, id, !isOn);
      await refresh();
    });
  const renew = () =>
    void run(async () => {
      const { secret } = await send({ id, at: Date.now() }, (header) => renewSecret(organization, id, header));
      await refresh();
      onSecret(secret);
    }).finally(over);
  const remove = () =>
    void run(async () => {
      await removeWebhook(organization, id);
      await navigate({ to: '/o/$organization/webhooks', params: { organization } });
      await client.invalidateQueries({ queryKey: [...webhooksKey, organization, 'list'] });
    }).finally(over);

  return (
    <Card>
      <Stack>
        <ErrorState problem={problem} />
        {tried && <Tried attempt={tried} />}
        <Row print={false}>
          <Button kind="secondary" busy={busy} onClick={test}>
            {t('test')}
          </Button>
          <ButtonTo
            kind="secondary"
            to="/o/$organization/webhooks/$webhook/change"
            params={{ organization, webhook: id }}
          >
            {t('change')}
          </ButtonTo>
          <Button kind="secondary" onClick={() => setAsking('renew')}>
            {t('renew')}
          </Button>
          {state !== 'stopped' && (
            <Button kind={isOn ? 'secondary' : 'primary'} onClick={turn}>
              {t(isOn ? 'off' : 'on')}
            </Button>
          )}
          <Button kind="danger" onClick={() => setAsking('remove')}>
            {t('remove')}
          </Button>
        </Row>
        {!isOn && state !== 'stopped' && <p>{t('onHelp')}</p>}
        <ConfirmDialog
          open={asking === 'renew'}
          title={t('renewTitle')}
          confirmLabel={t('renew')}
          busy={busy}
          onConfirm={renew}
          onCancel={over}
        >
          <p>{t('renewText')}</p>
        </ConfirmDialog>
        <ConfirmDialog
          open={asking === 'remove'}
          kind="danger"
          title={t('removeTitle', { name })}
          confirmLabel={t('removeConfirm')}
          busy={busy}
          onConfirm={remove}
          onCancel={over}
        >
          <p>{t('removeText')}</p>
        </ConfirmDialog>
      </Stack>
    </Card>
  );
}

function Tried({ attempt }: { attempt: Attempt }) {
  const t = useTranslations('webhooks.view');
  const answerText = useAnswerText();
  const { status, tookMs, answer } = attempt;
  const isTaken = status !== null && status >= 200 && status < 300;
  return (
    <Notice kind={isTaken ? 'success' : 'warning'} live>
      <p>{status === null ? answerText(attempt) : t('tested', { status: String(status), ms: String(tookMs) })}</p>
      {answer && <p>{t('answer', { answer: answer.slice(0, 200) })}</p>}
    </Notice>
  );
}
