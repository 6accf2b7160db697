import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { FaultText } from '../ui/form/field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import styles from './device-picker.module.css';
import { fitting } from './fitting.ts';
import type { Member } from './requests.ts';

/** So many are shown at once; who has more looks for a word. */
const shownMax = 100;
/** From so many on a field to look for one is worth its place. */
const searchFrom = 8;

type Props = {
  id: string;
  label: string;
  fault: string | undefined;
  offered: readonly Member[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Devices to be ticked, those chosen first; in a long list the ones with a word in them. */
export function DevicePicker({ id, label, fault, offered, chosen, onChange }: Props) {
  const t = useTranslations('device-groups.form');
  const [text, setText] = useState('');
  const [before] = useState(chosen);
  const ticked = new Set(chosen);
  // Those that were its own stay on top, so that no line jumps away under the pointer.
  const sorted = [...offered].sort((a, b) => Number(before.includes(b.device)) - Number(before.includes(a.device)));
  const found = sorted.filter((one) => fitting(one, text));
  const shown = found.slice(0, shownMax);
  const gone = chosen.filter((one) => !offered.some(({ device }) => device === one));
  const toggle = (device: string, on: boolean) =>
    onChange(on ? [...chosen, device] : chosen.filter((one) => one !== device));
  const tickAll = (on: boolean) => {
    const some = new Set(shown.map(({ device }) => device));
    const others = chosen.filter((one) => !some.has(one));
    onChange(on ? [...others, ...some] : others);
  };
  return (
    <fieldset id={id} className={styles['picker']} aria-describedby={`${id}-count`}>
      <legend>{label}</legend>
      <Stack gap="small">
        {offered.length === 0 && <p>{t('nothingOffered')}</p>}
        {offered.length >= searchFrom && (
          <TextField
            plain
            id={`${id}-search`}
            label={t('search')}
            value={text}
            onChange={setText}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <FaultText id={id} fault={fault} />
        <p id={`${id}-count`} role="status">
          {t('chosen', { count: chosen.length - gone.length, of: offered.length })}
          {gone.length > 0 && ` ${t('gone', { count: gone.length })}`}
        </p>
        <ul className={styles['list']}>
          {shown.map((one) => (
            <li key={one.device}>
              <CheckboxField
                id={`${id}-${one.device}`}
                label={one.name}
                hint={[one.serial, one.model, one.building, one.place].filter((word) => word !== '').join(' · ')}
                checked={ticked.has(one.device)}
                onChange={(on) => toggle(one.device, on)}
              />
            </li>
          ))}
        </ul>
        {found.length === 0 && offered.length > 0 && <p>{t('noneFound')}</p>}
        {found.length > shown.length && <p>{t('more', { count: found.length - shown.length })}</p>}
        {shown.length > 1 && (
          <Row>
            <Button kind="secondary" compact onClick={() => tickAll(true)}>
              {t('all', { count: shown.length })}
            </Button>
            <Button kind="quiet" compact onClick={() => tickAll(false)}>
              {t('noneOfThem')}
            </Button>
          </Row>
        )}
      </Stack>
    </fieldset>
  );
}
