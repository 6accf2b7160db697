import { useTranslations } from 'use-intl';
import { readSignUpForm } from '../../../domain/accounts/sign-up-form.ts';
import type { SignUpFieldName } from '../../../domain/accounts/sign-up.ts';
import { answer, api } from '../../api/client.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { Page } from '../../context/page.tsx';
import { useLanguage } from '../../texts/texts.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { WizardButtons } from '../../ui/wizard.tsx';
import type { FormFault } from './form-step.tsx';
import { useShownValue } from './shown-value.ts';
import type { StepId } from './state.ts';
import type { StepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

type Props = StepProps & { steps: readonly StepId[]; onRefused: (faults: readonly FormFault[]) => void };

export function ConfirmStep({ draft, way, back, next, steps, onRefused }: Props) {
  const t = useTranslations('accounts.signUp');
  const { language } = useLanguage();
  const send = useIdempotent();
  const show = useShownValue();
  const { busy, problem, run } = useAction();
  const { values, agreed } = draft.values;
  const { fields, organization } = way;
  const read = readSignUpForm(values, fields, way.loginIdRule);
  const entries = fields
    .filter(({ field }) => field !== 'mailAgain')
    .map(({ field }) => ({ name: t(`fields.${field}`), value: show(field, read.ok ? read.value : values) }));

  function submit(): void {
    const wanted = fields.flatMap(({ field }) => (field in values ? [[field, values[field]]] : []));
    const body = { organization, values: Object.fromEntries(wanted), agreed, language };
    const request = (header: { 'Idempotency-Key': string }) =>
      answer(api.POST('/api/{site}/sign-ups', { params: { path: { site: siteId }, header }, body }));
    void run(
      async () => {
        await draft.commit({ received: await send(body, request) });
        next();
      },
      (reason) => {
        const faults = faultsOf(
          reason,
          fields.map(({ field }) => field),
        );
        if (faults.length > 0) onRefused(faults);
        return faults.length > 0;
      },
    );
  }

  return (
    <Page
      title={t('confirm.title')}
      part={t('title')}
      width="reading"
      lead={
        <p>
          {t('confirm.lead')}
          <br />
          {t(steps.includes('code') ? 'confirm.leadCode' : 'confirm.leadLink')}
        </p>
      }
    >
      <Card>
        <SummaryList entries={entries} />
      </Card>
      {problem !== null && <ErrorState problem={problem} onRetry={submit} />}
      <WizardButtons
        back={
          back && (
            <Button kind="secondary" onClick={back}>
              {t('confirm.edit')}
            </Button>
          )
        }
        next={
          <Button busy={busy} onClick={submit}>
            {t('confirm.submit')}
          </Button>
        }
      />
    </Page>
  );
}

/** Faults of the form's own fields; a pointer is `/values/mail`. */
function faultsOf(problem: unknown, fields: readonly SignUpFieldName[]): FormFault[] {
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  return faults.flatMap(({ pointer, text }) => {
    const field = fields.find((one) => pointer === `/values/${one}`);
    return field ? [{ field, text }] : [];
  });
}
