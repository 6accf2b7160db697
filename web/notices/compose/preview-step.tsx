import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { periodText } from '../../../domain/site/instant-text.ts';
import { ApiProblem } from '../../api/problem.ts';
import { announcementsQuery } from '../../context/announcements.ts';
import type { Draft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { MaintenanceNotice } from '../maintenance-notice.tsx';
import { NoticeItem } from '../notice-item.tsx';
import { BothLanguages } from './both-languages.tsx';
import type { Composed, ComposedRequest, ComposeStep } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';

type Props = {
  subject: Subject;
  organization: string;
  draft: Draft<Composed>;
  go: (step: ComposeStep) => void;
  title: string;
  request: ComposedRequest;
};

export function PreviewStep({ subject, organization, draft, go, title, request }: Props) {
  const t = useTranslations('notices.preview');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { timeZone } = useSite();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const publish = usePublish({ subject, organization, draft, request });
  const { of } = draft.values;
  const preview = useQuery({
    queryKey: ['preview', organization, subject.room, request, of?.id],
    queryFn: () => subject.preview(organization, request, of?.id ?? null),
  });
  const period = periodText(
    { startsAt: new Date(request.startsAt), endsAt: new Date(request.endsAt) },
    locale,
    timeZone,
  );
  const question = of ? t('confirmChange') : t(`confirm${subject.words}`);
  const verb = of ? t('save') : subject.words === 'Notice' ? t('publish') : t('plan');

  return (
    <PageFrame title={t('title')} part={title} lead={t('lead')}>
      {preview.error && <ErrorState problem={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Loading />}
      {preview.data && <Shown subject={subject} request={request} html={preview.data.html} />}
      {problem instanceof ApiProblem && problem.status === 412 ? (
        <Notice kind="error" live>
          {t('changedMeanwhile')}
        </Notice>
      ) : (
        <ErrorState problem={problem} />
      )}
      <WizardButtons
        back={
          <Button kind="secondary" onClick={() => go('text')}>
            {ui('back')}
          </Button>
        }
        next={preview.data && <Button onClick={() => setAsking(true)}>{verb}</Button>}
      />
      <ConfirmDialog
        open={asking}
        title={question}
        confirmLabel={verb}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void run(publish).finally(() => setAsking(false))}
      >
        {t(subject.words === 'Notice' ? 'noticeText' : 'windowText', { period })}
      </ConfirmDialog>
    </PageFrame>
  );
}

function Shown({ subject, request, html }: Pick<Props, 'subject' | 'request'> & { html: Record<'ja' | 'en', string> }) {
  return (
    <BothLanguages>
      {(language) =>
        subject.words === 'Notice' ? (
          <NoticeItem notice={{ ...request, id: language, state: 'current', html }} language={language} />
        ) : (
          <MaintenanceNotice window={{ ...request, running: false, html }} language={language} />
        )
      }
    </BothLanguages>
  );
}

/** Stores it and leads to its page. The key of a new one is kept first: sent again after a crash it is the same one. */
function usePublish({
  subject,
  organization,
  draft,
  request,
}: Pick<Props, 'subject' | 'organization' | 'draft' | 'request'>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (): Promise<void> => {
    const { of, attempt } = draft.values;
    const what = JSON.stringify(request);
    let stored: { id: string };
    if (of) stored = await subject.change(organization, of.id, of.version, request);
    else {
      const own = attempt?.of === what ? attempt : { key: crypto.randomUUID(), of: what };
      if (own !== attempt) await draft.commit({ attempt: own });
      stored = await subject.publish(organization, own.key, request);
    }
    // What is published stays so when this last word does not arrive: the draft is offered once more, that is all.
    await draft.commit({ done: true }).catch(() => undefined);
    await Promise.all([
      client.invalidateQueries({ queryKey: [subject.room] }),
      client.invalidateQueries({ queryKey: announcementsQuery.queryKey }),
    ]);
    const done = of ? 'changed' : subject.words === 'Notice' ? 'published' : 'planned';
    await navigate({
      to: pathsOf(subject).detail,
      params: { organization, id: stored.id },
      search: { done },
      replace: true,
    });
  };
}
