import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PersonFields } from '../person-fields.tsx';
import { personFaults, type LoginIdKind, type PersonField, type TypedPerson } from '../person.ts';
import { RoleChoice } from '../role-choice.tsx';
import type { InviteDraft } from './invite-state.ts';

export type InviteFault = { field: PersonField; text: string };

type Props = {
  organization: string;
  draft: Draft<InviteDraft>;
  loginIdKind: LoginIdKind;
  /** What the server found wrong after the confirmation. */
  refused: readonly InviteFault[];
  next: () => void;
};

export function InviteForm({ organization, draft, loginIdKind, refused, next }: Props) {
  const t = useTranslations('members.invite');
  const problemText = useProblemText();
  const form = useForm<TypedPerson, string>(draft.values.person);
  const { busy, problem, run } = useAction();
  const named = ({ field, text }: InviteFault): Fault => ({ field, label: t(field), text });

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<TypedPerson>): void {
    const person = { ...form.values, ...part };
    form.replace(person);
    for (const field of Object.keys(part)) form.clear(field);
    draft.change({ person, key: '' });
  }
  function submit(): void {
    const faults = personFaults(form.values, loginIdKind);
    if (!form.show(faults.map(({ field, code, params }) => named({ field, text: problemText(code, params) })))) return;
    void run(async () => {
      await draft.commit({ person: form.values });
      next();
    });
  }

  return (
    <PageFrame title={t('formTitle')} part={t('part')} width="reading" lead={t('formLead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to="/o/$organization/members" params={{ organization }}>
            {t('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('toConfirm')}
          </Button>
        }
      >
        <Card>
          <Stack>
            <PersonFields form={form} values={form.values} loginIdKind={loginIdKind} onChange={change} />
            <RoleChoice
              id={form.idOf('role')}
              label={t('role')}
              value={draft.values.role}
              onChange={(role) => draft.change({ role, key: '' })}
            />
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}
