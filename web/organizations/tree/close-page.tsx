import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem, refusedAt } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useReasonFault } from '../../texts/reason-fault.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Picked } from '../picker.tsx';
import { closeOrganization, organizationQuery, previewClosing } from '../requests.ts';
import { DealerPicker } from './dealer-picker.tsx';
import { outdated } from './outdated.ts';
import { useToOrganization } from './to-organization.ts';
import { isStopped, WhatHappens, WhatStops } from './what-happens.tsx';

type Values = { heir: 'parent' | 'dealer'; dealer: Picked | null; reason: string };

/** An operator closes an organization, after reading what that does (P-15a). */
export function Page() {
  const t = useTranslations('organizations');
  const { organization = '', other = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(organizationQuery(organization, other));
  return (
    <PageFrame title={t('close.title')} part={shown.name} width="reading" lead={t('close.lead')}>
      {shown.closedAt ? (
        <Notice>{t('close.over')}</Notice>
      ) : (
        <Form
          organization={organization}
          other={other}
          name={shown.name}
          parent={shown.above.at(-1)?.name ?? t('maker')}
        />
      )}
    </PageFrame>
  );
}

type Props = { organization: string; other: string; name: string; parent: string };

function Form({ organization, other, name, parent }: Props) {
  const t = useTranslations('organizations.close');
  const ui = useTranslations('ui');
  const reasonFault = useReasonFault();
  const toOrganization = useToOrganization(organization, other);
  const form = useForm<Values>({ heir: 'parent', dealer: null, reason: '' });
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState(false);
  const { heir, dealer, reason } = form.values;
  const successor = heir === 'dealer' ? (dealer?.id ?? null) : null;
  const preview = useQuery({
    queryKey: ['closing', siteId, organization, other, successor],
    queryFn: () => previewClosing(organization, other, successor),
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const at = (field: keyof Values, text: string): Fault<keyof Values> => ({
    field,
    label: t(field === 'reason' ? 'reason' : 'successor'),
    text,
  });
  const closing = preview.data;
  const below = closing ? closing.dealers + closing.customers : 0;

  function submit(): void {
    const unfit = preview.error instanceof ApiProblem ? preview.error.message : '';
    const faults = [
      ...(heir === 'dealer' && !dealer ? [at('dealer', t('chooseDealer'))] : []),
      ...(heir === 'dealer' && dealer && unfit ? [at('dealer', unfit)] : []),
      ...(reasonFault(reason) ? [at('reason', reasonFault(reason))] : []),
    ];
    if (form.show(faults) && closing) setAsking(true);
  }
  function close(): void {
    void run(
      async () => {
        await closeOrganization(organization, other, { successor, seen: below, reason });
        await toOrganization('closed');
      },
      (refused) => {
        if (refused instanceof ApiProblem && outdated.includes(refused.code)) {
          setChanged(true);
          void preview.refetch();
          return true;
        }
        const text = { dealer: refusedAt(refused, '/successor'), reason: refusedAt(refused, '/reason') };
        const found = (['dealer', 'reason'] as const).flatMap((field) => (text[field] ? [at(field, text[field])] : []));
        return found.length > 0 && !form.show(found);
      },
    ).finally(() => setAsking(false));
  }

  if (closing && isStopped(closing)) return <WhatStops closing={closing} />;
  return (
    <Stack>
      {closing && <WhatHappens closing={closing} />}
      {preview.isPending && <Loading />}
      {changed && (
        <Notice kind="warning" live>
          {t('changed')}
        </Notice>
      )}
      <FormCard
        form={form}
        onSubmit={submit}
        problem={problem ?? (heir === 'parent' ? preview.error : null)}
        submit={
          <Button type="submit" kind="danger">
            {t('submit')}
          </Button>
        }
        beside={
          <ButtonTo kind="quiet" to="/o/$organization/organizations/$other" params={{ organization, other }}>
            {ui('cancel')}
          </ButtonTo>
        }
      >
        {below > 0 && (
          <Successor
            organization={organization}
            other={other}
            parent={parent}
            form={form}
            unfit={heir === 'dealer' ? preview.error : null}
          />
        )}
        <ReasonField form={form} label={t('reason')} support={t('reasonHelp')} />
      </FormCard>
      <ConfirmDialog
        open={asking}
        kind="danger"
        title={t('confirmTitle', { name })}
        confirmLabel={t('submit')}
        busy={busy}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        <p>{t('confirmText', { users: closing?.users ?? 0, below })}</p>
      </ConfirmDialog>
    </Stack>
  );
}

type SuccessorProps = {
  organization: string;
  other: string;
  parent: string;
  form: ReturnType<typeof useForm<Values>>;
  unfit: unknown;
};

/** Whom everything below passes to: who stands above, or a dealer of choice. */
function Successor({ organization, other, parent, form, unfit }: SuccessorProps) {
  const t = useTranslations('organizations.close');
  const { heir, dealer } = form.values;
  return (
    <>
      <RadioGroup
        plain
        id={form.idOf('heir')}
        label={t('successor')}
        value={heir}
        onChange={(next) => form.set('heir', next === 'dealer' ? 'dealer' : 'parent')}
        choices={[
          { value: 'parent', label: t('toParent', { name: parent }) },
          { value: 'dealer', label: t('toAnother') },
        ]}
      />
      {heir === 'dealer' && (
        <DealerPicker
          organization={organization}
          id={form.idOf('dealer')}
          label={t('toAnother')}
          support={t('successorHelp')}
          fault={form.faultOf('dealer') ?? (dealer && unfit instanceof ApiProblem ? unfit.message : undefined)}
          except={other}
          chosen={dealer}
          onChoose={(chosen) => form.set('dealer', chosen)}
        />
      )}
    </>
  );
}
