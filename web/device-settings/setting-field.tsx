import { useTranslations } from 'use-intl';
import { useSiteWords } from '../context/site.ts';
import { useNoun } from '../devices/options.ts';
import { FieldGroup } from '../ui/form/field.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { Row } from '../ui/layout.tsx';
import type { Setting } from './requests.ts';
import { endsOf, windowText } from './typed.ts';

type Props = {
  setting: Setting;
  id: string;
  fault: string | undefined;
  text: string;
  onChange: (text: string) => void;
};

/** The field of one setting, by its kind; what may be entered stands beside it. */
export function SettingField({ setting, id, fault, text, onChange }: Props) {
  const t = useTranslations('device-settings');
  const words = useSiteWords();
  const support = useSupport()(setting);
  const field = { id, label: words(setting.name), plain: true, fault, ...(support !== '' && { support }) };
  const common = { ...field, value: text, onChange };
  if (setting.kind === 'boolean') {
    const choices = [
      { value: 'true', label: t('values.on') },
      { value: 'false', label: t('values.off') },
    ];
    return <RadioGroup {...common} choices={choices} />;
  }
  if (setting.kind === 'choice') {
    const options = setting.choices.map(({ code, name }) => ({ value: code, label: words(name) }));
    // What nobody knows, and a choice that there is no longer, is none of those to choose.
    const known = options.some(({ value }) => value === text);
    const first = known ? [] : [{ value: text, label: t('form.choose') }];
    return <SelectField {...common} options={[...first, ...options]} width="medium" />;
  }
  if (setting.kind === 'window') return <WindowField {...common} step={setting.step} />;
  const label =
    setting.unit === null ? field.label : t('values.withUnit', { value: field.label, unit: `(${setting.unit})` });
  return (
    <TextField
      {...common}
      label={label}
      width="short"
      inputMode={setting.kind === 'integer' && (setting.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
    />
  );
}

type WindowProps = Omit<Props, 'setting' | 'text'> & {
  label: string;
  support?: string;
  value: string;
  step: number | null;
};

/** Two times of day. */
function WindowField({ value, onChange, step, ...field }: WindowProps) {
  const t = useTranslations('device-settings.form');
  const ends = endsOf(value);
  const end = (which: 'from' | 'until') => (
    <TextField
      plain
      id={`${field.id}-${which}`}
      label={t(which)}
      width="short"
      type="time"
      step={(step ?? 1) * 60}
      value={ends[which]}
      onChange={(time) => onChange(windowText({ ...ends, [which]: time }))}
    />
  );
  return (
    <FieldGroup {...field} plain>
      <Row gap="medium">
        {end('from')}
        {end('until')}
      </Row>
    </FieldGroup>
  );
}

/** Between which limits, and in which steps. */
function useSupport(): (setting: Setting) => string {
  const t = useTranslations('device-settings');
  const noun = useNoun();
  return ({ kind, min, max, step, unit }) => {
    if (kind === 'window') return t('form.windowStep', { ...noun, step: String(step ?? 1) });
    const of = (value: number) =>
      unit === null ? String(value) : t('values.withUnit', { value: String(value), unit });
    const limits =
      min !== null && max !== null
        ? t('form.limits', { min: of(min), max: of(max) })
        : min !== null
          ? t('form.atLeast', { min: of(min) })
          : max !== null
            ? t('form.atMost', { max: of(max) })
            : '';
    return [limits, step === null ? '' : t('form.step', { step: of(step) })].filter(Boolean).join(' ');
  };
}
