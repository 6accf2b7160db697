import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { useDraft, type Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { CheckStep } from '../check-step.tsx';
import { draftKey } from '../../context/draft-key.ts';
import { DraftFlow, steps, useToStep, type Step } from '../../context/draft-flow.tsx';
import { toInvited } from '../person.ts';
import { invite, loginIdKindQuery } from '../requests.ts';
import { InviteForm, type InviteFault } from './invite-form.tsx';
import { readInvite, type InviteDraft } from './invite-state.ts';

/** Enter → check → done: somebody is invited into the organization (P-15). */
export function Page() {
  const t = useTranslations('members.invite');
  return (
    <DraftFlow title={t('part')} start="/o/$organization/members/invite">
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('members.invite');
  const locale = useLocale();
  const { organization = '', step } = useParams({ strict: false });
  const go = useToStep('/o/$organization/members/invite/$draft/$step');
  const draft = useDraft(draftId, (stored) => readInvite(stored, locale));
  const { data: loginIdKind } = useSuspenseQuery(loginIdKindQuery(organization));
  const [refused, setRefused] = useState<readonly InviteFault[]>([]);
  // Once it is sent, the steps before do not open again: it cannot be sent twice.
  const current: Step = draft.values.sent ? 'done' : step === 'confirm' ? 'confirm' : 'form';
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && (
        <InviteForm
          organization={organization}
          draft={draft}
          loginIdKind={loginIdKind}
          refused={refused}
          next={() => go('confirm')}
        />
      )}
      {current === 'confirm' && (
        <Confirm
          organization={organization}
          draft={draft}
          loginIdKind={loginIdKind}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onSent={() => go('done', true)}
        />
      )}
      {current === 'done' && <Done organization={organization} values={draft.values} />}
    </Wizard>
  );
}

type ConfirmProps = {
  organization: string;
  draft: Draft<InviteDraft>;
  loginIdKind: Parameters<typeof toInvited>[1];
  back: () => void;
  onRefused: (faults: readonly InviteFault[]) => void;
  onSent: () => void;
};

function Confirm({ organization, draft, loginIdKind, back, onRefused, onSent }: ConfirmProps) {
  const t = useTranslations('members');
  const shell = useTranslations('shell');
  const word = useRoleWord();
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const { person, role } = draft.values;

  async function send(): Promise<void> {
    const header = await draftKey(draft);
    await invite(organization, header, { ...toInvited(person, loginIdKind), role });
    await draft.commit({ sent: true });
    await client.invalidateQueries({ queryKey: ['invitations', siteId, organization] });
    onSent();
  }
  function explain(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem)) return false;
    const faults = reason.faults.flatMap(({ pointer, text }): InviteFault[] => {
      const field = (['name', 'mail', 'loginId'] as const).find((one) => pointer === `/${one}`);
      return field ? [{ field, text }] : [];
    });
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }

  return (
    <CheckStep
      title={t('invite.confirmTitle')}
      part={t('invite.part')}
      lead={t('invite.confirmLead')}
      entries={[
        { name: t('invite.name'), value: person.name },
        { name: t('invite.mail'), value: person.mail },
        ...(loginIdKind === 'given' ? [{ name: t('invite.loginId'), value: person.loginId }] : []),
        { name: t('invite.role'), value: t('roleMeans', { role: word(role), means: t(`roles.${role}`) }) },
        { name: t('invite.language'), value: shell(person.language === 'ja' ? 'japanese' : 'english') },
      ]}
      problem={problem}
      busy={busy}
      send={t('invite.send')}
      back={back}
      onSend={() => void run(send, explain)}
    />
  );
}

function Done({ organization, values }: { organization: string; values: InviteDraft }) {
  const t = useTranslations('members.invite');
  const params = { organization };
  const { name, mail } = values.person;
  return (
    <PageFrame title={t('doneTitle')} part={t('part')} width="reading">
      <Notice kind="success" live>
        {t('doneText', { name, mail })}
      </Notice>
      <p>{t('doneMissing')}</p>
      <Row>
        <ButtonTo to="/o/$organization/members" params={params}>
          {t('toMembers')}
        </ButtonTo>
        <ButtonTo kind="secondary" to="/o/$organization/invitations" params={params}>
          {t('toInvitations')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/o/$organization/members/invite" params={params}>
          {t('another')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
