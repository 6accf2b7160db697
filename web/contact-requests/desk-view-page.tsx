import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/code.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { AnswerForm } from './answer-form.tsx';
import { changeState, contactRequestsKey, deskQuery, type DeskRequest } from './requests.ts';
import { Said } from './said.tsx';
import { StateBadge } from './state-badge.tsx';

/** An operator reads a request and answers it (P-06). */
export function Page() {
  const t = useTranslations('contact-requests');
  const instant = useInstant();
  const { organization = '', request = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const { data: shown } = useSuspenseQuery(deskQuery(organization, request));
  return (
    <PageFrame
      title={t('view.title', { at: instant(shown.createdAt) })}
      part={t('deskView.part')}
      lead={t('deskView.lead')}
      width="reading"
    >
      {done === 'sent' && shown.state === 'answered' && (
        <Notice kind="success" live>
          {t('deskView.sent')}
        </Notice>
      )}
      <Asker organization={organization} shown={shown} />
      <Said id="request-question" title={t('view.question')} text={shown.text} />
      {shown.answers.map(({ at, text, by }) => (
        <Said key={at} id={`answer-${at}`} title={t('deskView.answeredBy', { at: instant(at), by })} text={text} />
      ))}
      {shown.state === 'closed' ? (
        <Notice kind="info">{t('deskView.closed')}</Notice>
      ) : (
        <AnswerForm key={shown.version} organization={organization} shown={shown} />
      )}
      <StateButton organization={organization} shown={shown} />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/contact-desk" params={{ organization }}>
          {t('deskView.back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

type Props = { organization: string; shown: DeskRequest };

function Asker({ organization, shown }: Props) {
  const t = useTranslations('contact-requests');
  const { asker, device } = shown;
  const { permissions } = useSession();
  const hasDevices = 'devices' in useSite().capabilities;
  const given = (name: string, value: string) => (value ? [{ name, value }] : []);
  const user = asker.user && permissions.includes('accounts:read') && (
    <Link to="/o/$organization/accounts/$user" params={{ organization, user: asker.user }}>
      {asker.name}
    </Link>
  );
  const label = device && <Code>{device.label}</Code>;
  return (
    <Card labelledBy="request-asker">
      <Stack gap="small">
        <h2 id="request-asker">{t('deskView.asker')}</h2>
        {!asker.known && <p>{t('deskView.typed')}</p>}
        <SummaryList
          entries={[
            { name: t('own.state'), value: <StateBadge state={shown.state} /> },
            { name: t('form.name'), value: user || asker.name },
            ...given(t('form.loginId'), asker.loginId),
            ...given(t('form.mail'), asker.mail),
            ...given(t('form.organization'), asker.organization),
            { name: t('own.kind'), value: t(`kinds.${shown.kind}`) },
            ...(device
              ? [
                  {
                    name: t('form.device'),
                    value: hasDevices ? (
                      <Link to="/o/$organization/devices/$device" params={{ organization, device: device.id }}>
                        {label}
                      </Link>
                    ) : (
                      label
                    ),
                  },
                ]
              : []),
            ...given(t('form.about'), shown.about),
            ...given(t('deskView.page'), shown.page),
            ...given(t('form.reference'), shown.reference),
            { name: t('deskView.language'), value: t(`deskView.languages.${shown.language}`) },
          ]}
        />
      </Stack>
    </Card>
  );
}

function StateButton({ organization, shown }: Props) {
  const t = useTranslations('contact-requests.deskView');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const to = shown.state === 'closed' ? 'reopen' : 'close';
  const words = { open: t('close'), answered: t('closeAnswered'), closed: t('reopen') };
  function change(): void {
    void run(async () => {
      await changeState(organization, shown.id, shown.version, to);
      await client.invalidateQueries({ queryKey: contactRequestsKey });
    });
  }
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      <Row print={false}>
        <Button kind="secondary" busy={busy} onClick={change}>
          {words[shown.state]}
        </Button>
      </Row>
    </Stack>
  );
}
