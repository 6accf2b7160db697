import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readLabel, type Label } from '../../../domain/devices/label.ts';
import { TextField } from '../../ui/form/text-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Scanner } from '../../ui/scanner/scanner.tsx';
import { useOptions } from '../options.ts';
import { serialIn } from '../scan/collect.ts';
import { useHasCodes, WhichCodes } from '../scan/which-codes.tsx';
import { useReadSerial } from '../scan/use-read-serial.ts';
import type { FaultField } from './faults.ts';
import type { RegisterDraft } from './state.ts';

type Props = {
  form: Pick<FormState<object, FaultField>, 'idOf' | 'faultOf'>;
  values: Pick<RegisterDraft, 'serial' | 'claimCode' | 'registeredTo'>;
  onChange: (part: Partial<RegisterDraft>, changed: readonly FaultField[]) => void;
};

/** The serial number, typed or scanned, and what only some models are asked. */
export function SerialFields({ form, values, onChange }: Props) {
  const t = useTranslations('devices');
  const { models } = useOptions();
  const claimed = models.filter((model) => model.claimCode);
  const attached = models.filter(({ registeredTo }) => registeredTo.length > 0);
  const names = (some: readonly { id: string }[]) => some.map(({ id }) => id).join(t('separator'));
  const field = (name: 'serial' | 'claimCode' | 'registeredTo') => ({
    id: form.idOf(name),
    label: t(`fields.${name}`),
    fault: form.faultOf(name),
    value: values[name],
    onChange: (text: string) => onChange({ [name]: text }, [name]),
    width: 'medium' as const,
    code: true,
    autoComplete: 'off',
    autoCapitalize: 'characters',
    autoCorrect: 'off',
    spellCheck: false,
  });
  return (
    <>
      <Stack gap="small">
        <TextField {...field('serial')} required support={t('support.serial')} />
        <SerialScanner
          onScan={({ serial, claimCode }) =>
            claimCode !== null && claimed.length > 0
              ? onChange({ serial, claimCode }, ['serial', 'claimCode'])
              : onChange({ serial }, ['serial'])
          }
        />
      </Stack>
      {claimed.length > 0 && (
        <TextField {...field('claimCode')} support={t('support.claimCode', { models: names(claimed) })} />
      )}
      {attached.length > 0 && (
        <TextField {...field('registeredTo')} support={t('support.registeredTo', { models: names(attached) })} />
      )}
    </>
  );
}

/** Takes the first code that reads as a serial number, with the claim code where the label has both (E-03), and closes. */
function SerialScanner({ onScan }: { onScan: (label: Label) => void }) {
  const t = useTranslations('devices.scan');
  const read = useReadSerial();
  const [open, setOpen] = useState(false);
  const hasCodes = useHasCodes();
  const [said, setSaid] = useState<{ kind: 'taken' | 'unfit'; text: string } | null>(null);
  function see(text: string): void {
    const serial = serialIn(text, read);
    const label = readLabel(text, read) ?? (serial === null ? null : { serial, claimCode: null });
    setSaid({ kind: label === null ? 'unfit' : 'taken', text: label?.serial ?? text });
    if (label === null) return;
    onScan(label);
    setOpen(false);
  }
  if (!hasCodes) return null;
  return (
    <>
      <WhichCodes />
      <Scanner
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setSaid(null);
        }}
        onSee={see}
      />
      <div role="status">
        {said && (
          <Notice kind={said.kind === 'taken' ? 'success' : 'warning'}>{t(said.kind, { text: said.text })}</Notice>
        )}
      </div>
    </>
  );
}
