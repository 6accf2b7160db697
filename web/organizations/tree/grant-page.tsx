import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../../api/problem.ts';
import { rights, type Right } from '../../../domain/organizations/options.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { useAction } from '../../ui/use-action.ts';
import type { Picked } from '../picker.tsx';
import { giveGrant, organizationQuery } from '../requests.ts';
import { DealerPicker } from './dealer-picker.tsx';
import { useToOrganization } from './to-organization.ts';

type Values = { to: Picked | null; rights: readonly Right[]; until: string };

/** An operator lets a dealer see or do something of an organization. */
export function Page() {
  const t = useTranslations('organizations');
  const ui = useTranslations('ui');
  const send = useIdempotent();
  const { organization = '', other = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(organizationQuery(organization, other));
  const toOrganization = useToOrganization(organization, other);
  const form = useForm<Values>({ to: null, rights: ['list'], until: '' });
  const { busy, problem, run } = useAction();
  const { values } = form;
  const at = (field: keyof Values, text: string): Fault<keyof Values> => ({ field, label: t(`grant.${field}`), text });

  function submit(): void {
    const { to, until } = values;
    const past = until !== '' && !(new Date(until).getTime() > Date.now());
    const faults = [
      ...(to ? [] : [at('to', t('move.chooseDealer'))]),
      ...(values.rights.length === 0 ? [at('rights', t('grant.missingRights'))] : []),
      ...(past ? [at('until', t('grant.past'))] : []),
    ];
    if (!form.show(faults) || !to) return;
    const body = { to: to.id, rights: [...values.rights], until: until === '' ? null : new Date(until).toISOString() };
    void run(
      async () => {
        await send(body, (header) => giveGrant(organization, other, header, body));
        await toOrganization('granted');
      },
      (refused) => {
        const found = (['to', 'until'] as const).flatMap((field) => {
          const text = refusedAt(refused, `/${field}`);
          return text ? [at(field, text)] : [];
        });
        return found.length > 0 && !form.show(found);
      },
    );
  }
  const toggle = (right: Right, on: boolean) =>
    form.set(
      'rights',
      rights.filter((one) => (one === right ? on : values.rights.includes(one))),
    );

  return (
    <PageFrame title={t('grant.title')} part={shown.name} width="reading" lead={t('grant.lead')}>
      <FormCard
        form={form}
        onSubmit={submit}
        problem={problem}
        submit={
          <Button type="submit" busy={busy}>
            {t('grant.submit')}
          </Button>
        }
        beside={
          <ButtonTo kind="quiet" to="/o/$organization/organizations/$other" params={{ organization, other }}>
            {ui('cancel')}
          </ButtonTo>
        }
      >
        <DealerPicker
          organization={organization}
          id={form.idOf('to')}
          label={t('grant.to')}
          support={t('grant.toHelp')}
          fault={form.faultOf('to')}
          except={other}
          chosen={values.to}
          onChoose={(chosen) => form.set('to', chosen)}
        />
        <FieldGroup required id={form.idOf('rights')} label={t('grant.rights')} fault={form.faultOf('rights')}>
          {rights.map((right) => (
            <CheckboxField
              key={right}
              id={`${form.idOf('rights')}-${right}`}
              label={t(`grants.words.${right}`)}
              hint={t(`grant.rightsHints.${right}`)}
              checked={values.rights.includes(right)}
              onChange={(on) => toggle(right, on)}
            />
          ))}
        </FieldGroup>
        <TextField
          id={form.idOf('until')}
          type="datetime-local"
          label={t('grant.until')}
          support={t('grant.untilHelp')}
          fault={form.faultOf('until')}
          value={values.until}
          onChange={(value) => form.set('until', value)}
          width="medium"
        />
      </FormCard>
    </PageFrame>
  );
}
