import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ApiProblem, refusedAt } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { useAction } from '../ui/use-action.ts';
import { changeLink, linksKey, type LinkRow } from './requests.ts';
import { TermsFields, type TypedTerms } from './terms-fields.tsx';

export type Said = 'saved' | 'meanwhile';
type Props = { organization: string; link: LinkRow; version: string; onSaid: (said: Said) => void };

const overtaken = ['platform/changed-meanwhile', 'maintenance-links/link-over'];

/** The customer changes what the dealer may do, and until when; it holds at once. */
export function ChangeForm({ organization, link, version, onSaid }: Props) {
  const t = useTranslations('maintenance-links.view');
  const client = useQueryClient();
  const form = useForm<TypedTerms>({ rights: link.configure ? 'configure' : 'see', until: link.untilOn ?? '' });
  const { busy, problem, run } = useAction();
  const { rights, until } = form.values;

  async function refresh(what: Said): Promise<void> {
    onSaid(what);
    await client.invalidateQueries({ queryKey: linksKey });
  }
  function submit(): void {
    form.show([]);
    void run(
      async () => {
        await changeLink(organization, link.id, version, { configure: rights === 'configure', until });
        await refresh('saved');
      },
      (reason) => {
        const text = refusedAt(reason, '/until');
        if (text) return !form.show([{ field: 'until', label: t('until'), text }]);
        const isOver = reason instanceof ApiProblem && overtaken.includes(reason.code);
        if (isOver) void refresh('meanwhile');
        return isOver;
      },
    );
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <h2>{t('change')}</h2>
      <TermsFields
        form={form}
        values={form.values}
        onChange={(part) => {
          form.replace({ ...form.values, ...part });
          for (const field of Object.keys(part) as (keyof TypedTerms)[]) form.clear(field);
        }}
      />
    </FormCard>
  );
}
