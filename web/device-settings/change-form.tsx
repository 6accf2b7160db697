import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { useSiteWords } from '../context/site.ts';
import { useNoun } from '../devices/options.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Change } from '../ui/change.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeSettings, settingsKey, type Setting, type Settings, type Value } from './requests.ts';
import { SettingField } from './setting-field.tsx';
import { judgeTyped, textOf } from './typed.ts';
import { useValueWords } from './value-words.ts';

type Props = { organization: string; device: string; shown: Settings };
type Said = 'done' | 'nothing' | 'meanwhile';

/**
 * The form with a field for each setting. What is typed lies over what the device says, so that news of it take nothing away; before
 * anything is sent each change is shown once more, from what to what.
 */
export function ChangeForm({ organization, device, shown }: Props) {
  const t = useTranslations('device-settings.form');
  const client = useQueryClient();
  const problemText = useProblemText();
  const words = useSiteWords();
  const form = useForm<Record<string, string>>({});
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState<Record<string, Value> | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const { settings } = shown;
  const faultAt = ({ code, name }: Setting, text: string): Fault => ({ field: code, label: words(name), text });

  function ask(): void {
    setSaid(null);
    const { values, faults } = judgeTyped(settings, form.values);
    const found = settings.flatMap((setting) => {
      const fault = faults.find(({ code }) => code === setting.code);
      return fault ? [faultAt(setting, problemText(fault.fault, fault.params))] : [];
    });
    if (!form.show(found)) return;
    if (Object.keys(values).length === 0) setSaid('nothing');
    else setAsking(values);
  }
  const lookAgain = () => client.invalidateQueries({ queryKey: settingsKey(organization, device) });
  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void lookAgain().then(() => setSaid('meanwhile'));
      return true;
    }
    const faults = settings.flatMap((setting) => {
      const text = refusedAt(refused, `/values/${setting.code}`);
      return text === '' ? [] : [faultAt(setting, text)];
    });
    return faults.length > 0 && !form.show(faults);
  }
  function send(values: Record<string, Value>): void {
    const sent = run(async () => {
      await changeSettings(organization, device, shown.version, values);
      await lookAgain();
      form.replace({});
      setSaid('done');
    }, explain);
    void sent.finally(() => setAsking(null));
  }

  return (
    <>
      <h2>{t('title')}</h2>
      <FormCard form={form} onSubmit={ask} problem={problem} submit={<Button type="submit">{t('submit')}</Button>}>
        {settings.map((setting) => (
          <SettingField
            key={setting.code}
            setting={setting}
            id={form.idOf(setting.code)}
            fault={form.faultOf(setting.code)}
            text={form.values[setting.code] ?? textOf(setting)}
            onChange={(text) => form.set(setting.code, text)}
          />
        ))}
        {said && <Outcome said={said} />}
      </FormCard>
      <ConfirmDialog
        open={asking !== null}
        title={t('confirmTitle', { serial: shown.serial })}
        confirmLabel={t('send')}
        busy={busy}
        onConfirm={() => asking && send(asking)}
        onCancel={() => setAsking(null)}
      >
        <Changes settings={settings} values={asking ?? {}} />
      </ConfirmDialog>
    </>
  );
}

function Outcome({ said }: { said: Said }) {
  const t = useTranslations('device-settings.form');
  const noun = useNoun();
  if (said === 'meanwhile')
    return (
      <Notice kind="warning" title={t('meanwhile')} live>
        {t('meanwhileText')}
      </Notice>
    );
  return (
    <Notice kind={said === 'done' ? 'success' : 'info'} live>
      {t(said, noun)}
    </Notice>
  );
}

/** Each change, so far and from then on. */
function Changes({ settings, values }: { settings: readonly Setting[]; values: Record<string, Value> }) {
  const t = useTranslations('device-settings.form');
  const words = useSiteWords();
  const valueWords = useValueWords();
  const entries = settings.flatMap((setting) => {
    const after = values[setting.code];
    if (after === undefined) return [];
    const before = setting.pending ? setting.pending.value : setting.value;
    const value = (
      <Change
        before={{ label: t('before'), value: valueWords(setting, before) }}
        after={{ label: t('after'), value: valueWords(setting, after) }}
      />
    );
    return [{ name: words(setting.name), value }];
  });
  return <SummaryList entries={entries} />;
}
