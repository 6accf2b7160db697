import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refusedAt } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { acknowledgeAlarm, alarmsKey, type Alarm } from './requests.ts';

type Props = { organization: string; alarm: Alarm };

/** Who has taken note of an alarm, or the way to do so. */
export function Acknowledgement({ organization, alarm }: Props) {
  const t = useTranslations('alarms.view');
  const { permissions } = useSession();
  const [done, setDone] = useState(false);
  const { acknowledged } = alarm;
  if (!acknowledged && permissions.includes('alarms:acknowledge'))
    return <Acknowledge organization={organization} alarm={alarm} onDone={() => setDone(true)} />;
  return (
    <Card labelledBy="alarm-acknowledgement">
      <Stack>
        <h2 id="alarm-acknowledgement">{t('acknowledgement')}</h2>
        <div role="status">{done && <Notice kind="success">{t('done')}</Notice>}</div>
        {acknowledged ? <Acknowledged acknowledged={acknowledged} /> : <p>{t('notYet')}</p>}
      </Stack>
    </Card>
  );
}

function Acknowledged({ acknowledged }: { acknowledged: NonNullable<Alarm['acknowledged']> }) {
  const t = useTranslations('alarms.view');
  const instant = useInstant();
  const { user, organization, at, note } = acknowledged;
  return (
    <SummaryList
      entries={[
        { name: t('acknowledgedBy'), value: [user, organization].filter(Boolean).join(' – ') },
        { name: t('acknowledgedAt'), value: instant(at) },
        { name: t('note'), value: note || t('noNote') },
      ]}
    />
  );
}

function Acknowledge({ organization, alarm, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('alarms.view');
  const client = useQueryClient();
  const form = useForm({ note: '' });
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  // One press, one attempt: pressed again after a fault it is another.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());

  function explain(refused: unknown): boolean {
    setAttempt(crypto.randomUUID());
    const text = refusedAt(refused, '/note');
    return text !== '' && !form.show([{ field: 'note', label: t('note'), text }]);
  }
  async function acknowledge(): Promise<void> {
    await acknowledgeAlarm(organization, alarm.id, attempt, form.values.note);
    onDone();
    await client.invalidateQueries({ queryKey: alarmsKey });
  }
  return (
    <FormCard
      form={form}
      onSubmit={() => setAsking(true)}
      problem={problem}
      submit={<Button type="submit">{t('acknowledge')}</Button>}
    >
      <h2>{t('acknowledgement')}</h2>
      <p>{t('notYet')}</p>
      <TextField
        id={form.idOf('note')}
        label={t('note')}
        support={t('noteHelp')}
        fault={form.faultOf('note')}
        value={form.values.note}
        onChange={(note) => form.set('note', note)}
        autoComplete="off"
      />
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('acknowledge')}
        busy={busy}
        onConfirm={() => void run(acknowledge, explain).finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </FormCard>
  );
}
