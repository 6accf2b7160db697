import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { useDay, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { changeRole, memberQuery, removeMember, type Member } from '../requests.ts';
import { RoleChoice } from '../role-choice.tsx';
import { useOnlyOwner } from '../use-only-owner.ts';

/** Somebody of the organization: who they are, their role, and the end of their membership. */
export function Page() {
  const t = useTranslations('members.view');
  const list = useTranslations('members.list');
  const { organization = '', user = '' } = useParams({ strict: false });
  const { data: member, error, refetch } = useQuery(memberQuery(organization, user));
  const toList = (
    <ButtonTo kind="secondary" to="/o/$organization/members" params={{ organization }} icon="left">
      {t('toList')}
    </ButtonTo>
  );
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <PageFrame title={t('goneTitle')} part={t('part')} width="reading">
        <p>{t('gone')}</p>
        <div>{toList}</div>
      </PageFrame>
    );
  }
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!member) return <Loading />;
  const name = member.name || list('noName');
  return (
    <PageFrame title={name} part={t('part')} width="reading">
      <Facts member={member} name={name} />
      <Managed key={member.id} organization={organization} member={member} name={name} />
      <div>{toList}</div>
    </PageFrame>
  );
}

type Props = { member: Member; name: string };

function Facts({ member, name }: Props) {
  const t = useTranslations('members');
  const word = useRoleWord();
  const day = useDay();
  const instant = useInstant();
  return (
    <Card labelledBy="member-facts">
      <Stack>
        <h2 id="member-facts">{t('view.facts', { name })}</h2>
        <SummaryList
          entries={[
            { name: t('list.role'), value: word(member.role) },
            { name: t('list.loginId'), value: <span translate="no">{member.loginId}</span> },
            { name: t('list.mail'), value: member.mail },
            { name: t('list.since'), value: day(member.since) },
            { name: t('list.lastLogin'), value: member.lastLogin ? instant(member.lastLogin) : t('list.never') },
          ]}
        />
      </Stack>
    </Card>
  );
}

/** What this person may do about somebody; whatever they may not says why and who can. */
function Managed({ organization, member, name }: Props & { organization: string }) {
  const t = useTranslations('members.view');
  const { user, permissions } = useSession();
  const onlyOwner = useOnlyOwner(organization, member.role === 'owner');
  if (member.id === user.id) {
    return (
      <Notice>
        <Stack gap="small">
          <p>{t('self')}</p>
          <div>
            <ButtonTo kind="secondary" compact to="/account/organization">
              {t('toOwn')}
            </ButtonTo>
          </div>
        </Stack>
      </Notice>
    );
  }
  if (!permissions.includes('members:manage')) return null;
  if (member.role === 'owner' && user.role !== 'owner') return <Notice>{t('aboveOwn')}</Notice>;
  if (onlyOwner) return <Notice>{t('onlyOwner', { name })}</Notice>;
  return (
    <>
      <RoleCard organization={organization} member={member} name={name} />
      <EndCard organization={organization} member={member} name={name} />
    </>
  );
}

function RoleCard({ organization, member, name }: Props & { organization: string }) {
  const t = useTranslations('members.view');
  const word = useRoleWord();
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [role, setRole] = useState(member.role);
  const [said, setSaid] = useState('');
  async function save(): Promise<void> {
    setSaid('');
    if (role === member.role) {
      setSaid(t('same', { name }));
      return;
    }
    await changeRole(organization, member.id, role);
    setSaid(t('saved', { role: word(role), name }));
    await client.invalidateQueries({ queryKey: ['members', siteId, organization] });
  }
  return (
    <Card labelledBy="member-role">
      <Stack>
        <h2 id="member-role">{t('roleTitle')}</h2>
        <RoleChoice id="role" label={t('chooseRole', { name })} value={role} onChange={setRole} />
        <ErrorState problem={problem} />
        <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
        <div>
          <Button busy={busy} onClick={() => void run(save)}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

function EndCard({ organization, member, name }: Props & { organization: string }) {
  const t = useTranslations('members.view');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  async function end(): Promise<void> {
    await removeMember(organization, member.id);
    await navigate({
      to: '/o/$organization/members',
      params: { organization },
      search: { ended: name },
      replace: true,
    });
    await client.invalidateQueries({ queryKey: ['members', siteId, organization] });
  }
  return (
    <Card labelledBy="member-end">
      <Stack>
        <h2 id="member-end">{t('endTitle')}</h2>
        <p>{t('endText', { name })}</p>
        <ErrorState problem={problem} />
        <div>
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t('end', { name })}
          </Button>
        </div>
        <ConfirmDialog
          open={asking}
          kind="danger"
          title={t('endConfirmTitle', { name })}
          confirmLabel={t('endShort')}
          busy={busy}
          onConfirm={() => void run(end).finally(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          <p>{t('endText', { name })}</p>
        </ConfirmDialog>
      </Stack>
    </Card>
  );
}
