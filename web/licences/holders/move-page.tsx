import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../../api/problem.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import type { Picked } from '../../organizations/picker.tsx';
import { useReasonFault } from '../../texts/reason-fault.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { LicenceChoice } from './licence-choice.tsx';
import { handLicences, holderQuery, type Holder } from './requests.ts';

type Done = { count: number; name: string };

/** An operator moves licences of one customer to the one they were meant for (L-01). */
export function Page() {
  const t = useTranslations('licence-holders.move');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const { data: holder } = useSuspenseQuery(holderQuery(organization, customer));
  const [done, setDone] = useState<Done | null>(null);
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/licence-holders" params={{ organization }}>
      {t('back')}
    </ButtonTo>
  );
  if (done) {
    return (
      <PageFrame title={t('doneTitle')} width="reading">
        <Notice kind="success" live>
          {t('done', done)}
        </Notice>
        <Row>
          {holder.licences.length > 0 && (
            <Button kind="secondary" onClick={() => setDone(null)}>
              {t('another')}
            </Button>
          )}
          {back}
        </Row>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title', { name: holder.name })} width="reading">
      {holder.licences.length === 0 ? (
        <>
          <Notice>{t('none')}</Notice>
          <div>{back}</div>
        </>
      ) : (
        <Form holder={holder} onDone={setDone} back={back} />
      )}
    </PageFrame>
  );
}

type Wish = { licences: readonly string[]; to: Picked | null; reason: string };
type FormProps = { holder: Holder; onDone: (done: Done) => void; back: React.ReactNode };

function Form({ holder, onDone, back }: FormProps) {
  const t = useTranslations('licence-holders.move');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const reasonFault = useReasonFault();
  const client = useQueryClient();
  const send = useIdempotent();
  const form = useForm<Wish>({ licences: [], to: null, reason: '' });
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const { licences, to, reason } = form.values;
  const fault = (field: keyof Wish, text: string) => ({ field, label: t(field), text });

  function check(): void {
    const reasonText = reasonFault(reason);
    const faults = [
      ...(licences.length === 0 ? [fault('licences', t('licencesMissing'))] : []),
      ...(to === null ? [fault('to', t('toMissing'))] : []),
      ...(reasonText === '' ? [] : [fault('reason', reasonText)]),
    ];
    if (form.show(faults)) setAsking(true);
  }
  function move(): void {
    if (!to) return;
    const body = { to: to.id, licences: [...licences], reason: reason.trim() };
    void run(
      async () => {
        const { licences: count } = await send(body, (header) => handLicences(organization, customer, header, body));
        await client.invalidateQueries({ queryKey: holderQuery(organization, customer).queryKey });
        onDone({ count, name: to.name });
      },
      (refused) => {
        setAsking(false);
        const text = refusedAt(refused, '/to');
        return text !== '' && !form.show([fault('to', text)]);
      },
    );
  }
  return (
    <FormCard
      form={form}
      onSubmit={check}
      problem={problem}
      submit={<Button type="submit">{t('submit')}</Button>}
      beside={back}
    >
      <LicenceChoice
        id={form.idOf('licences')}
        fault={form.faultOf('licences')}
        licences={holder.licences}
        chosen={licences}
        onChange={(chosen) => form.set('licences', chosen)}
      />
      <CustomerPicker
        organization={organization}
        id={form.idOf('to')}
        label={t('to')}
        support={t('toSupport')}
        fault={form.faultOf('to')}
        except={customer}
        chosen={to}
        onChoose={(chosen) => form.set('to', chosen)}
      />
      <ReasonField form={form} label={t('reason')} support={t('reasonSupport')} />
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        busy={busy}
        onConfirm={move}
        onCancel={() => setAsking(false)}
      >
        <Stack>
          <SummaryList
            entries={[
              { name: t('confirmFrom'), value: holder.name },
              { name: t('confirmTo'), value: to?.name ?? '' },
              { name: t('confirmCount'), value: String(licences.length) },
            ]}
          />
          <p>{t('confirmText')}</p>
        </Stack>
      </ConfirmDialog>
    </FormCard>
  );
}
