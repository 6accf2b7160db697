import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountFieldName } from '../../../../domain/accounts/account-data.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { Draft } from '../../../context/draft.ts';
import { Page } from '../../../context/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Change } from '../../../ui/change.tsx';
import { Card, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { WizardButtons } from '../../../ui/wizard.tsx';
import { useShownValue } from '../../sign-up/shown-value.ts';
import type { EditOf } from './edit-flow.tsx';
import type { FormFault } from './form-step.tsx';
import { judgeEdit, storedValues, toChange, type EditDraft } from './state.ts';

type Props = {
  of: EditOf;
  draft: Draft<EditDraft>;
  back: () => void;
  onRefused: (faults: readonly FormFault[]) => void;
  onSaved: (changed: AccountFieldName[]) => Promise<void>;
};

/** Each changed field, so far and from now on; nothing is stored before "save". */
export function ConfirmStep({ of, draft, back, onRefused, onSaved }: Props) {
  const t = useTranslations('account-data.edit');
  const labels = useTranslations('accounts.signUp.fields');
  const managed = useTranslations('account-data.managed');
  const show = useShownValue();
  const { busy, problem, run } = useAction();
  const [meanwhile, setMeanwhile] = useState(false);
  const { account, asksReason } = of;
  const { typed, reason } = draft.values;
  const edited = judgeEdit(account, typed);
  const changed = edited.ok ? edited.changed : [];
  const before = storedValues(account);
  const given = account.fields.filter(({ editable }) => editable).map(({ field }) => field);
  const whole = edited.ok ? given.map((field) => ({ name: labels(field), value: show(field, edited.values) })) : [];
  const changes = changed.map((field) => ({
    name: labels(field),
    value: (
      <Change
        before={{ label: t('before'), value: show(field, before) }}
        after={{ label: t('after'), value: edited.ok && show(field, edited.values) }}
      />
    ),
  }));
  const entries = of.first ? whole : changes;

  function explain(reasonRefused: unknown): boolean {
    if (!(reasonRefused instanceof ApiProblem)) return false;
    if (reasonRefused.code === 'platform/changed-meanwhile') {
      // What is stored now takes its place beside what was typed; saving again is the person's choice.
      void of.refresh().then(() => setMeanwhile(true));
      return true;
    }
    const faults = reasonRefused.faults.flatMap(({ pointer, text }): FormFault[] => {
      const field = account.fields.find((one) => pointer === `/values/${one.field}`)?.field;
      if (field) return [{ field, text }];
      return pointer === '/reason' ? [{ field: 'reason', text }] : [];
    });
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }

  function save(): void {
    void run(async () => {
      const saved = await of.save(account.version, toChange(typed), reason.trim());
      await onSaved(saved.changed);
    }, explain);
  }

  return (
    <Page
      title={of.first?.confirmTitle ?? t('confirmTitle')}
      part={of.formTitle}
      width="reading"
      lead={of.first?.confirmLead ?? t('confirmLead')}
    >
      {meanwhile && (
        <Notice kind="warning" title={t('meanwhile')} live>
          {t('meanwhileText')}
        </Notice>
      )}
      {entries.length === 0 && <Notice>{t(meanwhile ? 'nothingLeft' : 'unchanged')}</Notice>}
      {entries.length > 0 && (
        <Card>
          <Stack>
            <SummaryList
              entries={asksReason ? [...entries, { name: managed('reason'), value: reason.trim() }] : entries}
            />
          </Stack>
        </Card>
      )}
      <ErrorState problem={problem} onRetry={save} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        }
        next={
          entries.length > 0 ? (
            <Button busy={busy} onClick={save}>
              {of.first?.save ?? t('save')}
            </Button>
          ) : (
            of.leave
          )
        }
      />
    </Page>
  );
}
