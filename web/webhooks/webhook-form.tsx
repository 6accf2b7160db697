import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { useAction } from '../ui/use-action.ts';
import { KindFields } from './kind-fields.tsx';
import { kindsQuery, type Wish } from './requests.ts';

const fields = ['name', 'url', 'kinds'] as const;

type Props = {
  organization: string;
  given: Wish;
  submitLabel: string;
  back: string;
  onSend: (wish: Wish) => Promise<void>;
  /** What else is said of a refusal, where it belongs to no field. */
  explain?: (refused: unknown) => boolean;
};

/** Name, receiver and events of a webhook; what is wrong with them the server says, at their fields. */
export function WebhookForm({ organization, given, submitLabel, back, onSend, explain }: Props) {
  const t = useTranslations('webhooks.form');
  const ui = useTranslations('ui');
  const { data: offered } = useSuspenseQuery(kindsQuery(organization));
  const form = useForm<Wish>(given);
  const { busy, problem, run } = useAction();
  function submit(): void {
    form.show([]);
    void run(
      () => onSend(form.values),
      (refused) => {
        const found = fields.flatMap((field) => {
          const text = refusedAt(refused, `/${field}`);
          return text ? [{ field, label: t(field), text }] : [];
        });
        return found.length > 0 ? !form.show(found) : (explain?.(refused) ?? false);
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
          {submitLabel}
        </Button>
      }
      beside={
        <ButtonTo kind="quiet" to={back}>
          {ui('cancel')}
        </ButtonTo>
      }
    >
      <TextField
        required
        id={form.idOf('name')}
        label={t('name')}
        support={t('nameHelp')}
        fault={form.faultOf('name')}
        value={form.values.name}
        onChange={(value) => form.set('name', value)}
      />
      <TextField
        required
        id={form.idOf('url')}
        label={t('url')}
        support={t('urlHelp')}
        fault={form.faultOf('url')}
        value={form.values.url}
        onChange={(value) => form.set('url', value)}
      />
      <KindFields
        id={form.idOf('kinds')}
        label={t('kinds')}
        support={t('kindsHelp')}
        fault={form.faultOf('kinds')}
        offered={offered}
        chosen={form.values.kinds}
        onChange={(kinds) => form.set('kinds', kinds)}
      />
    </FormCard>
  );
}
