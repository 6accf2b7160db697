import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { Letters } from './letters.tsx';
import { mailingsKey, previewQuery, send, sendTest, type Preview, type Wish } from './requests.ts';

type Props = { organization: string; wish: Wish; onBack: () => void };

/** Before it is sent: how many get it, what it looks like, and a test to oneself. */
export function Check({ organization, wish, onBack }: Props) {
  const t = useTranslations('mailings.check');
  const { data, error, isPending, refetch } = useQuery(previewQuery(organization, wish));
  return (
    <PageFrame title={t('title')} part={useTranslations('mailings.compose')('title')}>
      {isPending && <Loading />}
      <ErrorState problem={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <Card labelledBy="receivers">
            <Stack gap="small">
              <h2 id="receivers">{t('receivers', { count: data.receivers })}</h2>
              {data.receivers > 0 && (
                <p>{t('byLanguage', { ja: String(data.byLanguage.ja), en: String(data.byLanguage.en) })}</p>
              )}
              <p>{t('without')}</p>
            </Stack>
          </Card>
          <Letters letters={data.letters} />
        </>
      )}
      {data && <TestToMyself organization={organization} wish={wish} />}
      <SendIt organization={organization} wish={wish} preview={data} onBack={onBack} />
    </PageFrame>
  );
}

function TestToMyself({ organization, wish: { notice, kind } }: Pick<Props, 'organization' | 'wish'>) {
  const t = useTranslations('mailings.check');
  const { busy, problem, run } = useAction();
  const once = useIdempotent();
  const [tested, setTested] = useState(false);
  function test(): void {
    setTested(false);
    void run(async () => {
      await once({ notice, kind }, (header) => sendTest(organization, header, { notice, kind }));
      setTested(true);
    });
  }
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      {tested && (
        <Notice kind="success" live>
          {t('tested')}
        </Notice>
      )}
      <Row>
        <Button kind="secondary" busy={busy} onClick={test}>
          {t('test')}
        </Button>
      </Row>
    </Stack>
  );
}

function SendIt({ organization, wish, preview, onBack }: Props & { preview: Preview | undefined }) {
  const t = useTranslations('mailings.check');
  const { busy, problem, run } = useAction();
  const once = useIdempotent();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const count = preview?.receivers ?? 0;
  function confirm(): void {
    void run(async () => {
      const { id } = await once(wish, (header) => send(organization, header, wish));
      await client.invalidateQueries({ queryKey: [...mailingsKey, organization, 'list'] });
      const to = { to: '/o/$organization/mailings/$mailing', params: { organization, mailing: id } } as const;
      await navigate({ ...to, search: { done: 'sent' }, replace: true });
    }).finally(() => setAsking(false));
  }
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      <Row>
        {count > 0 && (
          <Button icon="mail" onClick={() => setAsking(true)}>
            {t('send')}
          </Button>
        )}
        <Button kind="quiet" icon="left" onClick={onBack}>
          {t('back')}
        </Button>
      </Row>
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('send')}
        cancelLabel={t('cancel')}
        busy={busy}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('confirmText', { count })}</p>
      </ConfirmDialog>
    </Stack>
  );
}
