import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { HexBoxes } from '../../ui/hex-boxes/hex-boxes.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { keyShape } from '../options.ts';
import type { EntryField } from './activation-keys-step.tsx';
import type { Entry } from './state.ts';

type Props = {
  index: number;
  entry: Entry;
  form: FormState<{ entries: Entry[] }, EntryField>;
  digits: number;
  onChange: (entry: Entry) => void;
  /** Null for the only entry. */
  onRemove: (() => void) | null;
};

/** One activation key as it stands on its sheet. */
export function EntryCard({ index, entry, form, digits, onChange, onRemove }: Props) {
  const t = useTranslations('registration-keys.issue.keys');
  const fields = useTranslations('registration-keys.fields');
  const heading = `${form.idOf(`${index}.number`)}-heading`;

  function set(part: keyof Entry, value: string): void {
    form.clear(`${index}.${part}`);
    onChange({ ...entry, [part]: value });
  }

  return (
    <Card labelledBy={heading}>
      <Stack>
        <Row justify="between">
          <h2 id={heading}>{t('entry', { number: index + 1 })}</h2>
          {onRemove && (
            <Button kind="quiet" compact icon="trash" onClick={onRemove}>
              {t('remove', { number: index + 1 })}
            </Button>
          )}
        </Row>
        <HexBoxes
          id={form.idOf(`${index}.number`)}
          label={fields('number')}
          required
          fault={form.faultOf(`${index}.number`)}
          value={entry.number}
          onChange={(number) => set('number', number)}
          shape={keyShape}
        />
        <TextField
          id={form.idOf(`${index}.registrationId`)}
          label={fields('registrationId')}
          required
          support={t('registrationIdSupport', { digits })}
          fault={form.faultOf(`${index}.registrationId`)}
          value={entry.registrationId}
          onChange={(registrationId) => set('registrationId', registrationId)}
          width="medium"
          code
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
        />
      </Stack>
    </Card>
  );
}
