import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { shownCharacters } from '../../../domain/identifiers/single-line.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Desk } from './desk.ts';
import type { DeviceField } from './device-step.tsx';
import { lineMax } from './state.ts';
import { useAction } from '../../ui/use-action.ts';

type Lines = [string, string];
type Props = {
  form: FormState<{ deviceId: string; lines: Lines }, DeviceField>;
  desk: Desk;
  /** Null while the device ID is not complete. */
  deviceId: string | null;
  onChange: (lines: Lines) => void;
  onMissingId: () => void;
};

/** Two lines for where the device stands; what the organization stored for the ID can be fetched. */
export function InstallationFields({ form, desk, deviceId, onChange, onMissingId }: Props) {
  const t = useTranslations('registration-keys.issue.device');
  const { lines } = form.values;
  const { busy, problem, run } = useAction();
  const [found, setFound] = useState<Lines | null>(null);
  const [outcome, setOutcome] = useState<'loaded' | 'nothing' | null>(null);

  function take(stored: Lines): void {
    onChange(stored);
    setFound(null);
    setOutcome('loaded');
  }
  async function load(id: string): Promise<void> {
    setOutcome(null);
    const [first = '', second = ''] = (await desk.load(id)).lines ?? [];
    const stored: Lines = [first, second];
    if (stored.join('') === '') setOutcome('nothing');
    else if (lines.some((line, at) => line.trim() !== '' && line !== stored[at])) setFound(stored);
    else take(stored);
  }

  return (
    <FieldGroup id={form.idOf('line0').concat('-group')} label={t('installation')} support={t('installationSupport')}>
      <Stack gap="small">
        {lines.map((line, at) => {
          const field = at === 0 ? 'line0' : 'line1';
          return (
            <TextField
              plain
              key={field}
              id={form.idOf(field)}
              label={t('line', { line: at + 1 })}
              fault={form.faultOf(field)}
              support={t('counter', { found: shownCharacters(line.trim()), max: lineMax })}
              value={line}
              autoComplete="off"
              onChange={(text) => {
                form.clear(field);
                onChange(at === 0 ? [text, lines[1]] : [lines[0], text]);
              }}
            />
          );
        })}
        {!desk.demo && (
          <div>
            <Button
              kind="secondary"
              compact
              icon="download"
              busy={busy}
              onClick={() => (deviceId === null ? onMissingId() : void run(() => load(deviceId)))}
            >
              {t('load')}
            </Button>
          </div>
        )}
        {outcome && (
          <Notice kind={outcome === 'loaded' ? 'success' : 'info'} live>
            {t(outcome === 'loaded' ? 'loaded' : 'nothingStored')}
          </Notice>
        )}
        <ErrorState problem={problem} />
      </Stack>
      <ConfirmDialog
        open={found !== null}
        title={t('replaceTitle')}
        confirmLabel={t('replace')}
        onConfirm={() => found && take(found)}
        onCancel={() => setFound(null)}
      >
        <p>{t('replaceText')}</p>
        {found?.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </ConfirmDialog>
    </FieldGroup>
  );
}
