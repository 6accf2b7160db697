import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatDeviceId, parseDeviceId } from '../../../domain/identifiers/device-id.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { HexBoxes } from '../../ui/hex-boxes/hex-boxes.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { shapes } from '../options.ts';
import { DemoNote } from './demo-note.tsx';
import { InstallationFields } from './installation-fields.tsx';
import { lineMax } from './state.ts';
import type { CategoryStepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

type Values = { deviceId: string; lines: [string, string] };
export type DeviceField = 'deviceId' | 'line0' | 'line1';

export function DeviceStep({ part, desk, draft, category, go }: CategoryStepProps) {
  const t = useTranslations('registration-keys.issue.device');
  const words = useTranslations('registration-keys');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const form = useForm<Values, DeviceField>({ deviceId: draft.values.deviceId, lines: draft.values.lines });
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const { deviceId: typed, lines } = form.values;
  const verdict = parseDeviceId(typed, category.idFormat);
  const isEmpty = lines.every((line) => line.trim() === '');

  function change(next: Partial<Values>): void {
    form.replace({ ...form.values, ...next });
    draft.change(next);
  }
  function faults(): Fault<DeviceField>[] {
    const device: Fault<DeviceField>[] = verdict.ok
      ? []
      : [
          {
            field: 'deviceId',
            label: words('fields.deviceId'),
            text: problemText(`identifiers/${verdict.code}`, verdict.params),
          },
        ];
    return [
      ...device,
      ...lines.flatMap((line, at) => {
        const read = parseText(line, { max: lineMax });
        const field = at === 0 ? 'line0' : 'line1';
        return read.ok
          ? []
          : [
              {
                field,
                label: t('line', { line: at + 1 }),
                text: problemText(`identifiers/${read.code}`, read.params),
              } as const,
            ];
      }),
    ];
  }
  function submit(): void {
    if (form.show(faults())) setAsking(true);
  }
  async function confirm(): Promise<void> {
    if (!verdict.ok) return;
    // An empty text is not stored: it would wipe out the one that somebody wrote before.
    if (!isEmpty) await desk.store(verdict.value, lines);
    await draft.commit({ ...form.values, confirmed: verdict.value });
    go('activation-keys');
  }
  function giveUp(): false {
    setAsking(false);
    return false;
  }

  return (
    <Page title={t('title')} part={part} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <Button kind="secondary" onClick={() => go('category')}>
            {ui('back')}
          </Button>
        }
        next={<Button type="submit">{ui('next')}</Button>}
      >
        <Card>
          <Stack gap="medium">
            <HexBoxes
              id={form.idOf('deviceId')}
              label={words('fields.deviceId')}
              required
              support={category.idFormat === 'mac' ? t('mac') : undefined}
              fault={form.faultOf('deviceId')}
              value={typed}
              onChange={(deviceId) => {
                form.clear('deviceId');
                change({ deviceId });
              }}
              shape={shapes[category.idFormat]}
              separator={category.idFormat === 'mac' ? ':' : '-'}
            />
            <InstallationFields
              form={form}
              desk={desk}
              deviceId={verdict.ok ? verdict.value : null}
              onChange={(next) => change({ lines: next })}
              onMissingId={() => form.show(faults())}
            />
          </Stack>
        </Card>
      </StepForm>
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        cancelLabel={ui('back')}
        busy={busy}
        onConfirm={() => void run(confirm, giveUp)}
        onCancel={() => setAsking(false)}
      >
        <Stack gap="small">
          <Code large>{verdict.ok ? formatDeviceId(verdict.value, category.idFormat) : ''}</Code>
          <p>{t('confirmText')}</p>
          <SummaryList
            entries={[
              {
                name: words('fields.installation'),
                value: isEmpty ? ui('notGiven') : lines.map((line) => <div key={line}>{line}</div>),
              },
            ]}
          />
          {desk.demo ? <DemoNote /> : !isEmpty && <p>{t('confirmStored')}</p>}
        </Stack>
      </ConfirmDialog>
    </Page>
  );
}
