import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reportDays, reportFiles, type ReportFile } from '../../domain/monthly-reports/choices.ts';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { mailNoticesKey } from '../mail-notices/requests.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../ui/form/field.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeSettings, monthlyReportKey, type Settings, type Wish } from './requests.ts';

/** What became of the last press; the form is another one as soon as something else is stored. */
export type Told = 'saved' | 'meanwhile' | null;
type Props = { organization: string; settings: Settings; told: Told; onTold: (told: Told) => void };

const allDevices = '';
const fields = ['day', 'group', 'files'] as const;

/** On which day, about which devices, with which files; and whether at all. */
export function SettingsForm({ organization, settings, told, onTold }: Props) {
  const t = useTranslations('monthly-reports.form');
  const client = useQueryClient();
  const { on, day, group, files, groups } = settings;
  const form = useForm({ on, day: String(day), group: group ?? allDevices, files: [...files] });
  const { busy, problem, run } = useAction();

  async function save(): Promise<void> {
    const values = form.values;
    const wish: Wish = {
      on: values.on,
      day: values.day === 'last' ? 'last' : Number(values.day),
      group: values.group === allDevices ? null : values.group,
      files: values.files,
    };
    await changeSettings(organization, settings.version, wish);
    onTold('saved');
    await client.invalidateQueries({ queryKey: monthlyReportKey });
    await client.invalidateQueries({ queryKey: mailNoticesKey });
  }
  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void client.invalidateQueries({ queryKey: monthlyReportKey }).then(() => onTold('meanwhile'));
      return true;
    }
    const faults = fields.flatMap((field) => {
      const text = refusedAt(refused, `/${field}`);
      return text === '' ? [] : [{ field, label: t(field), text }];
    });
    return faults.length > 0 && !form.show(faults);
  }
  function take(file: ReportFile, isOn: boolean): void {
    const others = form.values.files.filter((one) => one !== file);
    form.set('files', isOn ? [...others, file] : others);
  }
  function submit(): void {
    onTold(null);
    if (form.show([])) void run(save, explain);
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <CheckboxField
        id={form.idOf('on')}
        label={t('on')}
        hint={t('onHint', { mail: settings.mail ?? '' })}
        checked={form.values.on}
        onChange={(isOn) => form.set('on', isOn)}
      />
      <SelectField
        id={form.idOf('day')}
        label={t('day')}
        plain
        support={t('dayHelp', { timeZone: settings.timeZone })}
        fault={form.faultOf('day')}
        value={form.values.day}
        onChange={(value) => form.set('day', value)}
        options={reportDays.map((one) => ({
          value: String(one),
          label: one === 'last' ? t('lastDay') : t('dayOf', { day: one }),
        }))}
        width="medium"
      />
      <SelectField
        id={form.idOf('group')}
        label={t('group')}
        plain
        fault={form.faultOf('group')}
        value={form.values.group}
        onChange={(value) => form.set('group', value)}
        options={[
          { value: allDevices, label: t('all') },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FieldGroup id={form.idOf('files')} label={t('files')} plain fault={form.faultOf('files')}>
        {reportFiles.map((file) => (
          <CheckboxField
            key={file}
            id={`${form.idOf('files')}-${file}`}
            label={t(`kinds.${file}`)}
            hint={t(`hints.${file}`)}
            checked={form.values.files.includes(file)}
            onChange={(isOn) => take(file, isOn)}
          />
        ))}
      </FieldGroup>
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
    </FormCard>
  );
}
