import { useTranslations } from 'use-intl';
import type { AuditEntry } from './requests.ts';

type Loose = { (key: string, params?: Record<string, string>): string; has: (key: string) => boolean };

/** Who did it, as far as that is the reader's business, and for whom. */
export function useActor(): (entry: AuditEntry) => { who: string; onBehalf: string | null } {
  const t = useTranslations('audit.by');
  return ({ by, onBehalfOf }) => {
    const person = by.user?.name || (by.erased ? t('erased') : null);
    const organization = by.organization?.name ?? '';
    const alone = by.kind === 'user' ? t('others') : t(by.kind);
    const who = person === null ? (by.kind === 'user' && organization ? organization : alone) : person;
    return {
      who: person !== null && organization ? t('of', { name: who, organization }) : who,
      onBehalf: onBehalfOf ? t('onBehalf', { organization: onBehalfOf.name }) : null,
    };
  };
}

/** What it was done to: its kind, and its name where it has one. */
export function useSubject(): (entry: AuditEntry) => string {
  const t = useTranslations('audit.subjects') as unknown as Loose;
  return ({ subject: { kind, name } }) => {
    const word = t(t.has(kind) ? kind : 'other');
    return name === null ? word : `${word}: ${name}`;
  };
}

/** What a field is called; settings and counters by the code under which a model has them. */
export function useFieldWord(): (field: string) => string {
  const t = useTranslations('audit.fields') as unknown as Loose;
  return (field) => (/^\w+$/.test(field) && t.has(field) ? t(field) : field);
}
