import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { useCountryName } from '../../accounts/sign-up/countries.ts';
import { siteId } from '../../context/address.ts';
import { useDraft, type Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { CheckStep } from '../check-step.tsx';
import { draftKey } from '../../context/draft-key.ts';
import { DraftFlow, steps, useToStep, type Step } from '../../context/draft-flow.tsx';
import { toInvited } from '../person.ts';
import { makeOrganization, organizationKindsQuery } from '../requests.ts';
import { MakeForm } from './make-form.tsx';
import { fieldOfPointer, type MakeFault } from './make-faults.ts';
import { readMake, type MakeDraft } from './make-state.ts';

const list = '/o/$organization/organizations';

/** Enter → check → done: a dealer or customer below, with its first owner invited (P-15a). */
export function Page() {
  const t = useTranslations('organizations.make');
  return (
    <DraftFlow title={t('part')} start={`${list}/new`}>
      {(draft) => <Steps draftId={draft} />}
    </DraftFlow>
  );
}

function Steps({ draftId }: { draftId: string }) {
  const t = useTranslations('organizations.make');
  const locale = useLocale();
  const { organization = '', step } = useParams({ strict: false });
  const go = useToStep(`${list}/new/$draft/$step`);
  const draft = useDraft(draftId, (stored) => readMake(stored, locale));
  const { data: offered } = useSuspenseQuery(organizationKindsQuery(organization));
  const [refused, setRefused] = useState<readonly MakeFault[]>([]);
  const { made, kind } = draft.values;
  const current: Step = made ? 'done' : step === 'confirm' && kind ? 'confirm' : 'form';
  if (offered.kinds.length === 0) {
    return (
      <PageFrame title={t('part')} width="reading">
        <Notice>{t('notOffered')}</Notice>
      </PageFrame>
    );
  }
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={steps.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'form' && (
        <MakeForm
          organization={organization}
          draft={draft}
          offered={offered}
          refused={refused}
          next={() => go('confirm')}
        />
      )}
      {current === 'confirm' && kind && (
        <Confirm
          organization={organization}
          draft={draft}
          kind={kind}
          loginIdKind={offered.loginIdKinds[kind] ?? 'mail'}
          back={() => go('form')}
          onRefused={(faults) => {
            setRefused(faults);
            go('form');
          }}
          onMade={() => go('done', true)}
        />
      )}
      {current === 'done' && <Done organization={organization} values={draft.values} />}
    </Wizard>
  );
}

type ConfirmProps = {
  organization: string;
  draft: Draft<MakeDraft>;
  kind: 'dealer' | 'customer';
  loginIdKind: Parameters<typeof toInvited>[1];
  back: () => void;
  onRefused: (faults: readonly MakeFault[]) => void;
  onMade: () => void;
};

function Confirm({ organization, draft, kind, loginIdKind, back, onRefused, onMade }: ConfirmProps) {
  const t = useTranslations();
  const client = useQueryClient();
  const countryName = useCountryName();
  const session = useSession();
  const { busy, problem, run } = useAction();
  const { name, country, parent, owner } = draft.values;
  const byOperator = session.organization.kind === 'maker';
  const above = byOperator ? (parent?.name ?? t('organizations.make.belowMaker')) : session.organization.name;

  async function make(): Promise<void> {
    const header = await draftKey(draft);
    const made = await makeOrganization(organization, header, {
      kind,
      name,
      country,
      ...(byOperator && parent && { parent: parent.id }),
      owner: toInvited(owner, loginIdKind),
    });
    await draft.commit({ made: made.id });
    await client.invalidateQueries({ queryKey: ['organizations', siteId] });
    onMade();
  }
  function explain(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem)) return false;
    const faults = reason.faults.flatMap(({ pointer, text }): MakeFault[] => {
      const field = fieldOfPointer(pointer);
      return field ? [{ field, text }] : [];
    });
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }

  return (
    <CheckStep
      title={t('organizations.make.confirmTitle')}
      part={t('organizations.make.part')}
      lead={t('organizations.make.confirmLead')}
      entries={[
        { name: t('organizations.make.kind'), value: t(`organizations.kinds.${kind}`) },
        { name: t('organizations.make.name'), value: name },
        { name: t('organizations.make.country'), value: countryName(country) },
        { name: t('organizations.make.below'), value: above },
        { name: t('organizations.make.aboutOwner'), value: owner.name },
        { name: t('members.invite.mail'), value: owner.mail },
        ...(loginIdKind === 'given' ? [{ name: t('members.invite.loginId'), value: owner.loginId }] : []),
        { name: t('members.invite.language'), value: t(`shell.${owner.language === 'ja' ? 'japanese' : 'english'}`) },
      ]}
      problem={problem}
      busy={busy}
      send={t('organizations.make.submit')}
      back={back}
      onSend={() => void run(make, explain)}
    />
  );
}

function Done({ organization, values }: { organization: string; values: MakeDraft }) {
  const t = useTranslations('organizations');
  const words = useTranslations('members.invite');
  const { name, owner, made } = values;
  return (
    <PageFrame title={t('make.doneTitle')} part={t('make.part')} width="reading">
      <Notice kind="success" live>
        {t('view.made', { name, mail: owner.mail })}
      </Notice>
      <p>{words('doneMissing')}</p>
      <Row>
        <ButtonTo to={`${list}/$other`} params={{ organization, other: made }}>
          {t('make.toOrganization', { name })}
        </ButtonTo>
        <ButtonTo kind="secondary" to={list} params={{ organization }}>
          {t('make.toList')}
        </ButtonTo>
        <ButtonTo kind="quiet" to={`${list}/new`} params={{ organization }}>
          {t('make.another')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
