import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { draftKey } from '../../context/draft-key.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { CheckedLicences } from './checked-licences.tsx';
import { assignFaults, type AssignFault } from './faults.ts';
import { assignLicences, checkQuery, licencesKey, planLicences, type Check } from './requests.ts';
import { lateDevices, toAssignment, toPlan, type AssignDraft } from './state.ts';
import { WhenChoice, type Chosen, type ChosenField } from './when-choice.tsx';

type Props = {
  organization: string;
  draft: Draft<AssignDraft>;
  back: () => void;
  onRefused: (faults: readonly AssignFault[]) => void;
  onDone: () => void;
};

/** What would be done, worked out by the server; where it would be refused, what to put right. */
export function CheckStep(props: Props) {
  const t = useTranslations('licence-assign.check');
  const { organization, draft, back, onRefused } = props;
  const wish = toAssignment(draft.values) ?? { customer: '', lines: [] };
  const { data, error, refetch } = useQuery(checkQuery(organization, wish));
  if (data) return <Confirm {...props} checked={data} />;
  const faults = assignFaults(error);
  return (
    <PageFrame title={t('title')} width="reading">
      {!error && <Loading />}
      {error && faults.length === 0 && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {faults.length > 0 && (
        <Stack>
          <Notice kind="error" title={t('changed')} live>
            {faults.map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </Notice>
          <div>
            <Button kind="secondary" onClick={() => onRefused(faults)}>
              {t('back')}
            </Button>
          </div>
        </Stack>
      )}
      {error && faults.length === 0 && (
        <div>
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}

function Confirm({ organization, draft, back, onRefused, onDone, checked }: Props & { checked: Check }) {
  const t = useTranslations('licence-assign.check');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const { values } = draft;
  const form = useForm<Chosen, ChosenField>({
    when: proposed(values.when, checked),
    day: values.day,
    agreed: false,
  });
  const { customer, lines, bestDay } = checked;
  const late = lateDevices(
    form.values,
    lines.flatMap(({ cameras }) => cameras),
  ).length;

  async function send(): Promise<void> {
    const { when, day: typed } = form.values;
    const wish = { ...values, when, day: typed };
    const header = await draftKey(draft);
    const plan = toPlan(wish, bestDay, late);
    const assignment = toAssignment(wish);
    if (!plan || !assignment) return;
    if (wish.when === 'now') {
      await assignLicences(organization, header, assignment);
      await draft.commit({ done: 'assigned' });
    } else {
      const { day } = await planLicences(organization, header, plan);
      await draft.commit({ done: 'planned', plannedFor: day });
    }
    await client.invalidateQueries({ queryKey: licencesKey });
    onDone();
  }
  function explain(reason: unknown): boolean {
    const faults = assignFaults(reason);
    const elsewhere = faults.filter(({ step }) => step !== 'day');
    if (elsewhere.length > 0) onRefused(elsewhere);
    else if (faults.length > 0) form.show(faults.map(({ text }) => ({ field: 'day', label: t('day'), text })));
    return faults.length > 0;
  }
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={() => {
          const agreed = late === 0 || form.values.agreed;
          if (form.show(agreed ? [] : [{ field: 'agreed', label: t('agree'), text: t('agreeMissing') }]))
            void run(send, explain);
        }}
        problem={problem}
        back={
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        }
        next={
          <Button type="submit" busy={busy}>
            {t(form.values.when === 'now' ? 'assign' : 'plan')}
          </Button>
        }
      >
        {!customer.proved && (
          <Notice kind="warning" title={t('unprovedTitle')}>
            {t('unprovedText')}
          </Notice>
        )}
        <Card>
          <SummaryList
            entries={[
              { name: t('customer'), value: customer.name },
              { name: t('address'), value: customer.address },
            ]}
          />
        </Card>
        <CheckedLicences lines={lines} />
        <WhenChoice
          form={form}
          checked={checked}
          onChange={(part) => {
            form.replace({ ...form.values, ...part });
            form.clear('day');
            form.clear('agreed');
            const { when, day } = { ...form.values, ...part };
            draft.change({ when, day, key: '' });
          }}
        />
      </StepForm>
    </PageFrame>
  );
}

/** The best day where assigning now would lose days and nobody has chosen; now, where the best day has come meanwhile. */
function proposed(chosen: AssignDraft['when'], { bestDay, lines }: Check): AssignDraft['when'] {
  if (bestDay === null) return chosen === 'day' ? 'day' : 'now';
  const loses = lines.some(({ cameras }) => cameras.some(({ lostDays }) => lostDays > 0));
  return chosen || (loses ? 'best' : 'now');
}
