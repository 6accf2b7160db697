import { useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { formatDeviceId, parseDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { readReason, reasonCharactersMax } from '../../../domain/identifiers/reason.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { HexBoxes } from '../../ui/hex-boxes/hex-boxes.tsx';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ApiProblem } from '../../api/problem.ts';
import { shapes } from '../options.ts';
import { moveKey } from './requests.ts';

export type Moved = { deviceId: string; registrationKey: string };
type Field = 'to' | 'reason';
type Wish = { from: string; to: string; reason: string };
type Props = {
  organization: string;
  number: string;
  from: string;
  format: DeviceIdFormat;
  onMoved: (moved: Moved) => void;
};

/** The new device ID and the reason, asked for once more before anything moves. */
export function MoveForm({ organization, number, from, format, onMoved }: Props) {
  const t = useTranslations('activation-keys');
  const problemText = useProblemText();
  const form = useForm<Record<Field, string>>({ to: '', reason: '' });
  const [asking, setAsking] = useState<Wish | null>(null);
  const attempt = useRef({ key: '', of: '' });
  const { busy, problem, run } = useAction();
  const labels = { to: t('key.to'), reason: t('fields.reason') };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const to = parseDeviceId(form.values.to, format);
    const reason = readReason(form.values.reason);
    const faults: Fault<Field>[] = [];
    if (!to.ok) faults.push({ field: 'to', label: labels.to, text: problemText(`identifiers/${to.code}`, to.params) });
    else if (formatDeviceId(to.value, format) === from)
      faults.push({ field: 'to', label: labels.to, text: problemText('registration-keys/same-device') });
    if (!reason.ok)
      faults.push({
        field: 'reason',
        label: labels.reason,
        text: problemText(`identifiers/${reason.code}`, reason.params),
      });
    if (form.show(faults) && to.ok && reason.ok) setAsking({ from, to: to.value, reason: reason.value });
  }
  async function move(wish: Wish): Promise<void> {
    const of = JSON.stringify(wish);
    if (attempt.current.of !== of) attempt.current = { key: crypto.randomUUID(), of };
    const { to, registrationKey } = await moveKey(organization, number, attempt.current.key, wish);
    onMoved({ deviceId: to, registrationKey });
  }
  function explain(reason: unknown): boolean {
    setAsking(null);
    const faults = reason instanceof ApiProblem ? reason.faults : [];
    form.show(
      faults.flatMap(({ pointer, text }) => {
        const field = pointer === '/to' || pointer === '/reason' ? (pointer.slice(1) as Field) : null;
        return field ? [{ field, label: labels[field], text }] : [];
      }),
    );
    return faults.length > 0;
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        <HexBoxes
          id={form.idOf('to')}
          label={labels.to}
          required
          fault={form.faultOf('to')}
          value={form.values.to}
          onChange={(to) => form.set('to', to)}
          shape={shapes[format]}
          separator={format === 'mac' ? ':' : '-'}
        />
        <ReasonField form={form} label={labels.reason} support={t('key.reasonSupport', { max: reasonCharactersMax })} />
        <ErrorState problem={problem} />
        <div>
          <Button type="submit">{t('key.moveSubmit')}</Button>
        </div>
      </Stack>
      <ConfirmDialog
        open={asking !== null}
        title={t('key.moveConfirmTitle')}
        confirmLabel={t('key.moveConfirm')}
        busy={busy}
        onConfirm={() => asking && void run(() => move(asking), explain)}
        onCancel={() => setAsking(null)}
      >
        {asking && (
          <Stack gap="small">
            <SummaryList
              entries={[
                { name: t('key.from'), value: <Code>{from}</Code> },
                { name: labels.to, value: <Code>{formatDeviceId(asking.to, format)}</Code> },
                { name: labels.reason, value: asking.reason },
              ]}
            />
            <p>{t('key.warning')}</p>
            <p>{t('key.moveConfirmText')}</p>
          </Stack>
        )}
      </ConfirmDialog>
    </form>
  );
}
