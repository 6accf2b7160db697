import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { PhoneField, TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { askForDealer } from '../requests.ts';
import { linkFaults, type LinkFault } from './faults.ts';
import type { LinkDraft } from './state.ts';

type Field = 'dealer' | 'phone';
type Props = {
  organization: string;
  draft: Draft<LinkDraft>;
  /** What the server found wrong after the confirmation. */
  refused: readonly LinkFault[];
  next: () => void;
};

const isOwn = (fault: LinkFault): fault is LinkFault & { field: Field } =>
  fault.field === 'dealer' || fault.field === 'phone';

/** The dealer's login ID and phone number; its name is shown only once both are right. */
export function DealerStep({ organization, draft, refused, next }: Props) {
  const t = useTranslations('maintenance-links.begin');
  const problemText = useProblemText();
  const form = useForm<Pick<LinkDraft, Field>, Field>(draft.values);
  const { dealer, phone } = form.values;
  const { busy, problem, run } = useAction();
  const named = (faults: readonly LinkFault[]) =>
    faults.filter(isOwn).map(({ field, text }) => ({ field, text, label: t(field) }));

  useEffect(() => {
    if (refused.length > 0) form.show(named(refused));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<Pick<LinkDraft, Field>>): void {
    form.replace({ ...form.values, ...part });
    for (const field of Object.keys(part) as Field[]) form.clear(field);
    draft.change({ ...part, name: '', key: '' });
  }
  function submit(): void {
    const missing = (['dealer', 'phone'] as const).filter((field) => form.values[field].trim() === '');
    const text = problemText('identifiers/required');
    if (!form.show(missing.map((field) => ({ field, label: t(field), text })))) return;
    void run(
      async () => {
        const { name } = await askForDealer(organization, { dealer, phone });
        await draft.commit({ dealer, phone, name });
        next();
      },
      (reason) => {
        const found = named(linkFaults(reason));
        return found.length > 0 && !form.show(found);
      },
    );
  }
  return (
    <PageFrame title={t('dealerTitle')} part={t('part')} width="reading" lead={t('dealerLead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to="/o/$organization/maintenance-links" params={{ organization }}>
            {t('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('check')}
          </Button>
        }
      >
        <Card labelledBy="about-dealer">
          <Stack>
            <h2 id="about-dealer">{t('aboutDealer')}</h2>
            <TextField
              required
              id={form.idOf('dealer')}
              label={t('dealer')}
              support={t('dealerHelp')}
              fault={form.faultOf('dealer')}
              value={dealer}
              onChange={(value) => change({ dealer: value })}
              width="medium"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <PhoneField
              required
              id={form.idOf('phone')}
              label={t('phone')}
              support={t('phoneHelp')}
              fault={form.faultOf('phone')}
              value={phone}
              onChange={(value) => change({ phone: value })}
              autoComplete="off"
            />
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}
