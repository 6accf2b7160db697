import { useTranslations } from 'use-intl';

const roles = ['owner', 'manager', 'member', 'viewer'] as const;

export function useRoleWord(): (role: string) => string {
  const t = useTranslations('shell.roles');
  return (role) => {
    const known = roles.find((one) => one === role);
    return known ? t(known) : role;
  };
}
