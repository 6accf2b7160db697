import { useTranslations } from 'use-intl';
import { readSignUpForm } from '../../../domain/accounts/sign-up-form.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { ApiProblem, refusedAt } from '../../api/problem.ts';
import type { Draft } from '../../context/draft.ts';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { NewPasswordFields, useNewPasswordFaults, type NewPassword } from '../passwords/new-password.tsx';
import { useShownValue } from '../sign-up/shown-value.ts';
import type { FormFault } from './form-step.tsx';
import { useFieldLabel } from './labels.ts';
import { makeAccount, type AccountWay, type MadeAccount, type Opening } from './requests.ts';
import { openingOf, wantsMail, wayOf, type FieldName, type NewAccountDraft } from './state.ts';

type Props = {
  organization: string;
  ways: readonly AccountWay[];
  draft: Draft<NewAccountDraft>;
  back: () => void;
  onRefused: (faults: readonly FormFault[]) => void;
  onMade: (made: MadeAccount, how: Opening) => Promise<void>;
};

/** What was typed, to be looked at once more; a temporary password is set here, because none is kept while the form is typed. */
export function ConfirmStep({ organization, ways, draft, back, onRefused, onMade }: Props) {
  const t = useTranslations('new-accounts.confirm');
  const words = useTranslations('new-accounts');
  const { values } = draft;
  const way = wayOf(ways, values);
  const opening = way && openingOf(way, values);
  const labels = { password: t('password'), again: t('again') };
  const passwordFaults = useNewPasswordFaults(labels);
  const form = useForm<NewPassword>({ password: '', again: '' });
  const send = useIdempotent();
  const { busy, problem, run } = useAction();
  const entries = useEntries(way, values);

  function explain(reason: unknown): boolean {
    const password = refusedAt(reason, '/password');
    if (password) return !form.show([{ field: 'password', label: labels.password, text: password }]);
    const faults = faultsOf(reason);
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }
  function submit(): void {
    if (!way || !opening) return;
    const isTemporary = opening === 'temporary';
    if (!form.show(isTemporary ? passwordFaults(form.values) : [])) return;
    const wanted = way.fields.flatMap(({ field }) => (field in values.values ? [[field, values.values[field]]] : []));
    const { loginId, mail, language } = values;
    const body = {
      organization: way.organization,
      values: Object.fromEntries(wanted),
      loginId: way.loginIdRule ? loginId : '',
      mail: wantsMail(way, opening) ? mail : '',
      language,
      opening,
      ...(isTemporary && { password: form.values.password }),
    };
    void run(async () => {
      await onMade(await send(body, (header) => makeAccount(organization, header, body)), opening);
    }, explain);
  }

  return (
    <Page title={t('title')} part={words('title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        back={
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        <Card>
          <SummaryList entries={entries} />
        </Card>
        {opening === 'temporary' && (
          <Card labelledBy="temporary-password">
            <Stack>
              <h2 id="temporary-password">{t('temporary')}</h2>
              <p>{t('temporaryLead')}</p>
              <NewPasswordFields form={form} labels={labels} />
            </Stack>
          </Card>
        )}
      </StepForm>
    </Page>
  );
}

function useEntries(way: AccountWay | null, values: NewAccountDraft) {
  const t = useTranslations('new-accounts');
  const shell = useTranslations('shell');
  const show = useShownValue();
  const labelOf = useFieldLabel();
  if (!way) return [];
  const opening = openingOf(way, values);
  const read = readSignUpForm(values.values, way.fields);
  const stored = read.ok ? read.value : values.values;
  const entry = (field: FieldName, value: string) => ({ name: labelOf(field), value });
  return [
    entry('organization', t(`form.kinds.${way.organization}`)),
    // Lines of an address that nobody filled in say nothing.
    ...way.fields
      .filter(({ field }) => !field.startsWith('address') || stored[field])
      .map(({ field }) => entry(field, show(field, stored))),
    ...(way.loginIdRule ? [entry('loginId', values.loginId.normalize('NFKC').trim())] : []),
    ...(wantsMail(way, opening) ? [entry('mail', values.mail.normalize('NFKC').trim())] : []),
    entry('language', shell(values.language === 'en' ? 'english' : 'japanese')),
    ...(opening ? [entry('opening', t(`openings.${opening}.title`))] : []),
  ];
}

/** Faults at the form's fields; a pointer is `/values/company` or `/loginId`. */
function faultsOf(problem: unknown): FormFault[] {
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  return faults.map(({ pointer, text }) => ({ field: pointer.replace(/^\/(?:values\/)?/, '') as FieldName, text }));
}
