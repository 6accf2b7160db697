import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PasswordedForm } from '../../accounts/account-data/passworded-form.tsx';
import { usePasswordForm } from '../../accounts/account-data/use-password-form.ts';
import { siteId } from '../../context/address.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { useSession } from '../../context/session.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { handOverQuery, listMembers, offerOwnership } from '../requests.ts';
import { Picker, type Picked } from '../picker.tsx';

const shownMax = 10;
const back = '/account/organization';

/** An owner chooses a successor and offers them the ownership (P-15); nothing changes before they accept. */
export function Page() {
  const t = useTranslations('members.handOver');
  const { organization } = useSession();
  const { data: all } = useQuery({
    queryKey: ['members', siteId, organization.id, 'count'],
    queryFn: () => listMembers(organization.id, { page: 1, pageSize: shownMax }),
  });
  return (
    <PageFrame title={t('title')} part={t('part')} width="reading" lead={t('lead')}>
      {all?.total === 1 ? <Alone /> : <Form />}
    </PageFrame>
  );
}

function Alone() {
  const t = useTranslations('members.handOver');
  const ui = useTranslations('ui');
  const { organization } = useSession();
  return (
    <Notice>
      <Stack gap="small">
        <p>{t('alone')}</p>
        <Row>
          <ButtonTo to="/o/$organization/members/invite" params={{ organization: organization.id }} icon="plus">
            {t('invite')}
          </ButtonTo>
          <ButtonTo kind="quiet" to={back}>
            {ui('cancel')}
          </ButtonTo>
        </Row>
      </Stack>
    </Notice>
  );
}

function Form() {
  const t = useTranslations('members.handOver');
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { organization, user } = useSession();
  const [chosen, setChosen] = useState<Picked | null>(null);
  const labels = { user: t('to'), password: t('password') };
  const { form, explain } = usePasswordForm<'user'>(labels);
  const { busy, problem, run } = useAction();

  function submit(): void {
    const { password } = form.values;
    const clean = form.show([
      ...(chosen ? [] : [{ field: 'user', label: labels.user, text: t('choose') } as const]),
      ...(password === ''
        ? [{ field: 'password', label: labels.password, text: problemText('identifiers/required') } as const]
        : []),
    ]);
    if (!clean || !chosen) return;
    void run(async () => {
      await offerOwnership(organization.id, { user: chosen.id, password });
      await client.invalidateQueries({ queryKey: handOverQuery(organization.id).queryKey });
      await navigate({ to: back, search: { offered: chosen.name }, replace: true });
    }, explain);
  }

  return (
    <PasswordedForm
      form={form}
      loginId={user.loginId}
      label={labels.password}
      support={t('passwordHelp')}
      problem={problem}
      back={back}
      onSubmit={submit}
      submit={
        <Button type="submit" busy={busy}>
          {t('submit')}
        </Button>
      }
    >
      <SuccessorPicker
        id={form.idOf('user')}
        fault={form.faultOf('user')}
        chosen={chosen}
        onChoose={(one) => {
          setChosen(one);
          form.clear('user');
        }}
      />
    </PasswordedForm>
  );
}

type PickerProps = {
  id: string;
  fault: string | undefined;
  chosen: Picked | null;
  onChoose: (chosen: Picked) => void;
};

/** One of the other users of the organization. */
function SuccessorPicker(props: PickerProps) {
  const t = useTranslations('members');
  const word = useRoleWord();
  const { organization, user } = useSession();
  async function find(text: string) {
    const found = await listMembers(organization.id, { text, page: 1, pageSize: shownMax });
    const others = found.items.filter(({ id }) => id !== user.id);
    const items = others.map((one) => ({
      id: one.id,
      name: one.name || one.loginId,
      hint: t('roleMeans', { role: word(one.role), means: one.mail }),
    }));
    return { items, total: found.total - (found.items.length - others.length) };
  }
  return (
    <Picker
      required
      {...props}
      label={t('handOver.to')}
      support={t('handOver.toHelp')}
      searchLabel={t('list.text')}
      queryKey={['members', siteId, organization.id]}
      find={find}
    />
  );
}
