import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { formatDeviceId } from '../../../domain/identifiers/device-id.ts';
import { mayRetry } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Page } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { WizardButtons } from '../../ui/wizard.tsx';
import { useCategoryName } from '../options.ts';
import { DemoNote } from './demo-note.tsx';
import { DeviceSummary } from './device-summary.tsx';
import { MailForm, useMailFaults, type MailField } from './mail-form.tsx';
import { reviewQuery } from './review-query.ts';
import { ReviewTables } from './review-tables.tsx';
import { requestOf, type MailWish } from './state.ts';
import type { DeviceStepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

/** What will be issued, what was issued before, and who gets it by mail. */
export function ReviewStep({ part, desk, draft, category, deviceId, go }: DeviceStepProps) {
  const t = useTranslations('registration-keys.issue.review');
  const ui = useTranslations('ui');
  const nameOf = useCategoryName();
  const { mail: ownAddress } = useSession().user;
  const shown = formatDeviceId(deviceId, category.idFormat);
  const proposed: MailWish = {
    wanted: true,
    first: ownAddress,
    second: '',
    subject: t('subjectProposal', { category: nameOf(category.id), deviceId: shown }),
  };
  const form = useForm<MailWish, MailField>(draft.values.mail ?? proposed);
  const mailFaults = useMailFaults();
  const request = requestOf(draft.values, deviceId);
  const { data, error, isPending, refetch } = useQuery(reviewQuery(desk, request));
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const mail = form.values;
  const addresses = mail.wanted ? [mail.first, mail.second].filter((address) => address.trim() !== '') : [];

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form.show(mailFaults(mail))) setAsking(true);
  }
  async function issue(): Promise<void> {
    const body = { ...request, ...(addresses.length > 0 && { mail: { addresses, subject: mail.subject } }) };
    const of = JSON.stringify(body);
    const known = draft.values.attempt;
    const attempt = known?.of === of ? known : { key: crypto.randomUUID(), of };
    // Stored before it is used: whatever happens now, the same issue can be asked for again without a second effect.
    await draft.commit({ mail, attempt });
    const issued = await desk.issue(attempt.key, body);
    await draft.commit({ issued }).catch(() => undefined); // the keys are issued; the page shows them in any case
    go('keys');
  }
  function giveUp(reason: unknown): false {
    setAsking(false);
    if (!mayRetry(reason)) draft.change({ attempt: null });
    return false;
  }
  const back = (
    <Button kind="secondary" onClick={() => go('activation-keys')}>
      {ui('back')}
    </Button>
  );

  return (
    <Page title={t('title')} part={part} lead={t('lead')}>
      <DeviceSummary category={category.id} deviceId={shown} lines={draft.values.lines} />
      {isPending && <Loading />}
      {error && <Refused problem={error} onRetry={() => void refetch()} back={back} />}
      {data && (
        <form onSubmit={submit} noValidate>
          <Stack>
            <ErrorSummary {...form} />
            <ReviewTables rows={data.rows} />
            <Card labelledBy="mail-heading">
              <MailForm
                form={form}
                onChange={(next) => {
                  form.replace(next);
                  draft.change({ mail: next });
                }}
              />
            </Card>
            {problem !== null && <Refused problem={problem} />}
            <WizardButtons back={back} next={<Button type="submit">{t('submit')}</Button>} />
          </Stack>
          <ConfirmDialog
            open={asking}
            title={t('confirmTitle')}
            confirmLabel={t('confirm')}
            busy={busy}
            onConfirm={() => void run(issue, giveUp)}
            onCancel={() => setAsking(false)}
          >
            <Stack gap="small">
              <p>
                {data.rows.every((row) => row.state === 'issued-before')
                  ? t('confirmAgain')
                  : t('confirmText', { count: data.rows.length, deviceId: shown })}
              </p>
              {addresses.length > 0 && (
                <div>
                  <p>{t(desk.demo ? 'confirmMailDemo' : 'confirmMail')}</p>
                  <ul>
                    {addresses.map((address) => (
                      <li key={address}>{address}</li>
                    ))}
                  </ul>
                </div>
              )}
              {desk.demo && <DemoNote />}
            </Stack>
          </ConfirmDialog>
        </form>
      )}
    </Page>
  );
}

/** A refusal between the steps, e.g. because somebody else used a key meanwhile; its rows are said here. */
function Refused({ problem, onRetry, back }: { problem: unknown; onRetry?: () => void; back?: ReactNode }) {
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  const help = faults.length > 0 && (
    <ul>
      {faults.map(({ pointer, text }) => (
        <li key={pointer}>{text}</li>
      ))}
    </ul>
  );
  return (
    <Stack>
      <ErrorState problem={problem} onRetry={faults.length > 0 ? undefined : onRetry} help={help} />
      {back && <WizardButtons back={back} />}
    </Stack>
  );
}
