import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useReasonFault } from '../../texts/reason-fault.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { useAction } from '../../ui/use-action.ts';
import type { Picked } from '../picker.tsx';
import { moveOrganization, organizationQuery } from '../requests.ts';
import { DealerPicker } from './dealer-picker.tsx';
import { useToOrganization } from './to-organization.ts';

type Values = { where: 'maker' | 'dealer'; dealer: Picked | null; reason: string };

/** An operator puts an organization below another one, with all that stands below it (P-15a). */
export function Page() {
  const t = useTranslations('organizations');
  const ui = useTranslations('ui');
  const reasonFault = useReasonFault();
  const { organization = '', other = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(organizationQuery(organization, other));
  const toOrganization = useToOrganization(organization, other);
  const form = useForm<Values>({ where: 'dealer', dealer: null, reason: '' });
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const { where, dealer, reason } = form.values;
  const to = where === 'maker' ? { id: null, name: t('maker') } : dealer;
  const at = (field: keyof Values, text: string): Fault<keyof Values> => ({
    field,
    label: t(field === 'reason' ? 'move.reason' : 'move.to'),
    text,
  });

  function submit(): void {
    const faults = [
      ...(to ? [] : [at('dealer', t('move.chooseDealer'))]),
      ...(reasonFault(reason) ? [at('reason', reasonFault(reason))] : []),
    ];
    if (form.show(faults)) setAsking(true);
  }
  function move(): void {
    if (!to) return;
    void run(
      async () => {
        await moveOrganization(organization, other, { parent: to.id, reason });
        await toOrganization('moved');
      },
      (refused) => {
        const text = { dealer: refusedAt(refused, '/parent'), reason: refusedAt(refused, '/reason') };
        const found = (['dealer', 'reason'] as const).flatMap((field) => (text[field] ? [at(field, text[field])] : []));
        return found.length > 0 && !form.show(found);
      },
    ).finally(() => setAsking(false));
  }

  return (
    <PageFrame title={t('move.title')} part={shown.name} width="reading" lead={t('move.lead')}>
      <FormCard
        form={form}
        onSubmit={submit}
        problem={problem}
        submit={
          <Button type="submit" icon="swap">
            {t('move.submit')}
          </Button>
        }
        beside={
          <ButtonTo kind="quiet" to="/o/$organization/organizations/$other" params={{ organization, other }}>
            {ui('cancel')}
          </ButtonTo>
        }
      >
        <p>
          {t('move.now')}: <strong>{shown.above.at(-1)?.name ?? t('maker')}</strong>
        </p>
        <RadioGroup
          plain
          id={form.idOf('where')}
          label={t('view.above')}
          value={where}
          onChange={(next) => form.set('where', next === 'maker' ? 'maker' : 'dealer')}
          choices={[
            { value: 'dealer', label: t('move.toDealer') },
            { value: 'maker', label: t('move.toMaker') },
          ]}
        />
        {where === 'dealer' && (
          <DealerPicker
            organization={organization}
            id={form.idOf('dealer')}
            label={t('move.to')}
            support={t('move.toHelp')}
            fault={form.faultOf('dealer')}
            except={other}
            chosen={dealer}
            onChoose={(chosen) => form.set('dealer', chosen)}
          />
        )}
        <ReasonField form={form} label={t('move.reason')} support={t('move.reasonHelp')} />
      </FormCard>
      <ConfirmDialog
        open={asking}
        title={t('move.confirmTitle', { name: shown.name, parent: to?.name ?? '' })}
        confirmLabel={t('move.submit')}
        busy={busy}
        onConfirm={move}
        onCancel={() => setAsking(false)}
      >
        <p>{t('move.confirmText')}</p>
      </ConfirmDialog>
    </PageFrame>
  );
}
