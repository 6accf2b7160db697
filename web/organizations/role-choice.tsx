import { useTranslations } from 'use-intl';
import { roles, type Role } from '../../domain/accounts/permissions.ts';
import { judgeInvitation } from '../../domain/organizations/members.ts';
import { useRoleWord } from '../context/role-word.ts';
import { useSession } from '../context/session.ts';
import { RadioGroup } from '../ui/form/radio-group.tsx';

type Props = { id: string; label: string; fault?: string | undefined; value: Role; onChange: (role: Role) => void };

/** The roles that this person may give, each with what it means. */
export function RoleChoice({ id, label, fault, value, onChange }: Props) {
  const t = useTranslations('members.roles');
  const word = useRoleWord();
  const { user } = useSession();
  const offered = roles.filter((role) => judgeInvitation(user.role, role).ok);
  return (
    <RadioGroup
      required
      cards
      id={id}
      label={label}
      fault={fault}
      value={value}
      onChange={(next) => onChange(roles.find((role) => role === next) ?? value)}
      choices={offered.map((role) => ({ value: role, label: word(role), hint: t(role) }))}
    />
  );
}
