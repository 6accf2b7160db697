import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { formatDeviceId } from '../../../domain/identifiers/device-id.ts';
import { groupHex } from '../../../domain/identifiers/hex.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Hidden, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SavedNote, WizardButtons } from '../../ui/wizard.tsx';
import { useOptions } from '../options.ts';
import { useReview } from './review-query.ts';
import { DemoNote } from './demo-note.tsx';
import { EntryCard } from './entry-card.tsx';
import { checkEntries, emptyEntry, entryOfPointer, fingerprint, requestOf, type Entry } from './state.ts';
import type { DeviceStepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

export type EntryField = `${number}.${keyof Entry}`;

/** Numbers and registration IDs, up to eight; format is checked here, existence and pairing by the server on "next". */
export function ActivationKeysStep({ part, desk, draft, category, deviceId, go }: DeviceStepProps) {
  const t = useTranslations('registration-keys.issue.keys');
  const words = useTranslations('registration-keys');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const { keysPerIssueMax, registrationIdDigits } = useOptions();
  const form = useForm<{ entries: Entry[] }, EntryField>({ entries: draft.values.entries });
  const review = useReview(desk);
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState('');
  const { entries } = form.values;
  // The entry that was just added takes the focus, and after one was taken away the one before it.
  const arrival = useRef<number | null>(null);
  useEffect(() => {
    if (arrival.current === null) return;
    document
      .getElementById(form.idOf(`${arrival.current}.number`))
      ?.querySelector('input')
      ?.focus();
    arrival.current = null;
  });

  function change(next: Entry[]): void {
    form.replace({ entries: next });
    draft.change({ entries: next });
  }
  function named(index: number, part: keyof Entry, text: string): Fault<EntryField> {
    return {
      field: `${index}.${part}`,
      label: `${t('entry', { number: index + 1 })} ${words(`fields.${part}`)}`,
      text,
    };
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const faults = checkEntries(entries, registrationIdDigits).map(({ index, part, code, params }) =>
      named(index, part, problemText(code, params)),
    );
    if (form.show(faults)) setAsking(true);
  }
  async function confirm(): Promise<void> {
    await review(requestOf({ ...draft.values, entries }, deviceId));
    await draft.commit({ entries, checked: fingerprint(deviceId, entries) });
    go('review');
  }
  function explain(reason: unknown): boolean {
    setAsking(false);
    const faults = reason instanceof ApiProblem ? faultsOf(reason) : [];
    form.show(faults);
    return faults.length > 0;
  }
  function faultsOf(refusal: ApiProblem): Fault<EntryField>[] {
    return refusal.faults.flatMap(({ pointer, text }) => {
      const place = entryOfPointer(pointer);
      return place ? [named(place.index, place.part, text)] : [];
    });
  }

  return (
    <Page title={t('title')} part={part} width="reading" lead={t('lead', { max: keysPerIssueMax })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ErrorSummary {...form} />
          {problem !== null &&
            (problem instanceof ApiProblem && problem.status === 422 ? (
              <Notice kind="error" live title={t('faultsTitle')}>
                {problem.message}
              </Notice>
            ) : (
              <ErrorState problem={problem} />
            ))}
          {entries.map((entry, index) => (
            <EntryCard
              key={index}
              index={index}
              entry={entry}
              form={form}
              digits={registrationIdDigits}
              onChange={(next) => change(entries.with(index, next))}
              onRemove={
                entries.length > 1 && !desk.demo
                  ? () => {
                      change(entries.toSpliced(index, 1));
                      form.show([]);
                      setSaid(t('removed'));
                      arrival.current = Math.max(0, index - 1);
                    }
                  : null
              }
            />
          ))}
          {entries.length < keysPerIssueMax && !desk.demo && (
            <div>
              <Button
                kind="secondary"
                icon="plus"
                onClick={() => {
                  change([...entries, emptyEntry]);
                  setSaid(t('added', { number: entries.length + 1 }));
                  arrival.current = entries.length;
                }}
              >
                {t('add')}
              </Button>
            </div>
          )}
          <Hidden live="polite">{said}</Hidden>
          <SavedNote state={draft.state} />
          <WizardButtons
            back={
              <Button kind="secondary" onClick={() => go('device')}>
                {ui('back')}
              </Button>
            }
            next={<Button type="submit">{ui('next')}</Button>}
          />
        </Stack>
      </form>
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        cancelLabel={ui('back')}
        busy={busy}
        onConfirm={() => void run(confirm, explain)}
        onCancel={() => setAsking(false)}
      >
        <Stack gap="small">
          <p>{t('confirmText', { deviceId: formatDeviceId(deviceId, category.idFormat) })}</p>
          <ol>
            {requestOf({ ...draft.values, entries }, deviceId).activationKeys.map(({ number }, index) => (
              <li key={index}>
                <Code>{groupHex(number, 4)}</Code>
              </li>
            ))}
          </ol>
          {desk.demo && <DemoNote />}
        </Stack>
      </ConfirmDialog>
    </Page>
  );
}
