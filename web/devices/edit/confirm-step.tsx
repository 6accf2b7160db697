import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../../api/problem.ts';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { Change } from '../../ui/change.tsx';
import { useChangeable, useNoun, useFieldLabel } from '../options.ts';
import { faultsOf, type RefusedField } from '../register/faults.ts';
import { changeDevice, type Device } from '../requests.ts';
import { today } from '../today.ts';
import { useShownField } from '../value-entries.tsx';
import { judgeEdit, type ChangedField, type EditDraft, type Edited } from './state.ts';

type Props = {
  organization: string;
  shown: Device;
  draft: Draft<EditDraft>;
  /** Asks for the device as it is stored now. */
  refresh: () => Promise<unknown>;
  back: () => void;
  onRefused: (faults: readonly RefusedField[]) => void;
  onSaved: (changed: readonly ChangedField[]) => Promise<void>;
};

/** Each changed field, so far and from now on; nothing is stored before "save". */
export function ConfirmStep({ organization, shown, draft, refresh, back, onRefused, onSaved }: Props) {
  const t = useTranslations('devices');
  const label = useFieldLabel();
  const ui = useTranslations('ui');
  const noun = useNoun();
  const show = useShownField();
  const fields = useChangeable();
  const { busy, problem, run } = useAction();
  const [meanwhile, setMeanwhile] = useState(false);
  const edited = judgeEdit(shown, draft.values, fields, today());
  const changed = edited.ok ? edited.changed : [];
  const showOf = (field: ChangedField, of: Device | Extract<Edited, { ok: true }>): string => {
    if (field !== 'registeredTo') return show(field, of.values[field]);
    const serial = typeof of.registeredTo === 'string' ? of.registeredTo : (of.registeredTo?.serial ?? '');
    return serial || ui('none');
  };
  const entries = changed.map((field) => ({
    name: label(field),
    value: (
      <Change
        before={{ label: t('edit.before'), value: showOf(field, shown) }}
        after={{ label: t('edit.after'), value: edited.ok && showOf(field, edited) }}
      />
    ),
  }));

  function explain(reason: unknown): boolean {
    if (isChangedMeanwhile(reason)) {
      // What is stored now takes its place beside what was typed; saving again is the person's choice.
      void refresh().then(() => setMeanwhile(true));
      return true;
    }
    const faults = faultsOf(reason);
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }
  function save(): void {
    void run(async () => {
      const { typed, registeredTo } = draft.values;
      await changeDevice(organization, shown, { values: typed, ...(registeredTo !== null && { registeredTo }) });
      await onSaved(changed);
    }, explain);
  }
  const cancel = (
    <ButtonTo kind="secondary" to="/o/$organization/devices/$device" params={{ organization, device: shown.id }}>
      {ui('cancel')}
    </ButtonTo>
  );

  return (
    <Page title={t('edit.confirmTitle')} part={t('edit.title', noun)} width="reading" lead={t('edit.confirmLead')}>
      {meanwhile && (
        <Notice kind="warning" title={t('edit.meanwhile')} live>
          {t('edit.meanwhileText')}
        </Notice>
      )}
      {entries.length === 0 ? (
        <Notice>{t(meanwhile ? 'edit.nothingLeft' : 'edit.unchanged')}</Notice>
      ) : (
        <Card>
          <SummaryList entries={entries} />
        </Card>
      )}
      <ErrorState problem={problem} onRetry={save} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {ui('back')}
          </Button>
        }
        next={
          entries.length > 0 ? (
            <Button busy={busy} onClick={save}>
              {t('edit.save')}
            </Button>
          ) : (
            cancel
          )
        }
      />
    </Page>
  );
}
