import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AddressFault, MaintenanceAddress } from '../../../domain/maintenance-addresses/addresses.ts';
import { ApiProblem } from '../../api/problem.ts';
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
import { saveAddresses, type Addresses } from '../requests.ts';
import { judgeEdit, type EditDraft } from './state.ts';

type Props = {
  organization: string;
  stored: Addresses;
  draft: Draft<EditDraft>;
  refresh: () => Promise<unknown>;
  back: () => void;
  onRefused: (faults: readonly AddressFault[]) => void;
  onSaved: (added: string[]) => Promise<void>;
};

/** What is added, taken out and stays; nothing is stored before "save". */
export function ConfirmStep({ organization, stored, draft, refresh, back, onRefused, onSaved }: Props) {
  const t = useTranslations('maintenance-addresses');
  const { busy, problem, run } = useAction();
  const [meanwhile, setMeanwhile] = useState(false);
  const edited = judgeEdit(stored.items, draft.values.rows ?? stored.items);
  const parts: Record<'added' | 'removed' | 'changed' | 'kept', readonly MaintenanceAddress[]> = edited.ok
    ? { ...edited.changes, kept: edited.kept }
    : { added: [], removed: [], changed: [], kept: [] };
  const entries = (['added', 'removed', 'changed', 'kept'] as const).flatMap((part) =>
    parts[part].length === 0 ? [] : [{ name: t(part), value: <Mails some={parts[part]} /> }],
  );

  function explain(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem)) return false;
    if (reason.code === 'platform/changed-meanwhile') {
      void refresh().then(() => setMeanwhile(true));
      return true;
    }
    const faults = reason.faults.flatMap(({ pointer, code, params }): AddressFault[] => {
      const at = /^\/addresses\/(\d+)\/mail$/.exec(pointer)?.[1];
      return at === undefined ? [] : [{ at: Number(at), code, ...(params && { params }) }];
    });
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }
  function save(): void {
    if (!edited.ok) return;
    const { value, changes } = edited;
    void run(async () => {
      await saveAddresses(organization, stored.version, value);
      await onSaved(changes.added.map(({ mail }) => mail));
    }, explain);
  }

  return (
    <Page title={t('confirmTitle')} part={t('title')} width="reading" lead={t('confirmLead')}>
      {meanwhile && (
        <Notice kind="warning" title={t('meanwhile')} live>
          {t('meanwhileText')}
        </Notice>
      )}
      {entries.length > 0 && (
        <Card>
          <SummaryList entries={entries} />
        </Card>
      )}
      {edited.ok && edited.value.length === 0 && <Notice>{t('toAccount')}</Notice>}
      {edited.ok && !edited.differs && <Notice>{t('unchanged')}</Notice>}
      <ErrorState problem={problem} onRetry={save} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        }
        next={
          edited.ok && edited.differs ? (
            <Button busy={busy} onClick={save}>
              {t('save')}
            </Button>
          ) : (
            <ButtonTo kind="secondary" to="/account">
              {t('cancel')}
            </ButtonTo>
          )
        }
      />
    </Page>
  );
}

function Mails({ some }: { some: readonly MaintenanceAddress[] }) {
  const t = useTranslations('maintenance-addresses.languages');
  return some.map(({ mail, language }) => (
    <div key={mail}>
      <span translate="no">{mail}</span> ({t(language)})
    </div>
  ));
}
