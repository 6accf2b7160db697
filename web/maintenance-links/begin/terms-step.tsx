import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useNoun } from '../../devices/options.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { TermsFields } from '../terms-fields.tsx';
import { DeviceChoice } from './device-choice.tsx';
import type { LinkFault } from './faults.ts';
import { ownDevicesQuery } from './own-devices.ts';
import type { LinkDraft } from './state.ts';

type Field = 'devices' | 'until' | 'rights';
type Props = {
  organization: string;
  draft: Draft<LinkDraft>;
  refused: readonly LinkFault[];
  back: () => void;
  next: () => void;
};

/** Which devices, what the dealer may do, and until when. */
export function TermsStep({ organization, draft, refused, back, next }: Props) {
  const t = useTranslations('maintenance-links.begin');
  const noun = useNoun();
  const problemText = useProblemText();
  const { data: own } = useSuspenseQuery(ownDevicesQuery(organization));
  const form = useForm<LinkDraft, Field>(draft.values);
  const { values } = form;
  const { busy, problem, run } = useAction();
  const labels: Record<Field, string> = { devices: t('which', noun), until: t('until'), rights: t('rights') };
  const at = (field: Field, text: string) => ({ field, text, label: labels[field] });

  useEffect(() => {
    const own = refused.flatMap(({ field, text }) =>
      field === 'devices' || field === 'until' ? [at(field, text)] : [],
    );
    if (own.length > 0) form.show(own);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<LinkDraft>, field: Field): void {
    form.replace({ ...values, ...part });
    form.clear(field);
    draft.change({ ...part, key: '' });
  }
  function submit(): void {
    const none = values.which === '' || (values.which === 'some' && values.devices.length === 0);
    const faults = none ? [at('devices', problemText('maintenance-links/choose-devices'))] : [];
    if (!form.show(faults)) return;
    void run(async () => {
      await draft.commit({});
      next();
    });
  }
  return (
    <PageFrame
      title={t('termsTitle')}
      part={t('part')}
      width="reading"
      lead={t('termsLead', { ...noun, name: values.name })}
    >
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <Button kind="secondary" onClick={back}>
            {t('toDealer')}
          </Button>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('toConfirm')}
          </Button>
        }
      >
        <Card labelledBy="about-what">
          <Stack>
            <h2 id="about-what">{t('aboutWhat')}</h2>
            <DeviceChoice
              organization={organization}
              id={form.idOf('devices')}
              fault={form.faultOf('devices')}
              own={own}
              values={values}
              onChange={(part) => change(part, 'devices')}
            />
            <TermsFields
              form={form}
              values={values}
              onChange={(part) => change(part, 'until' in part ? 'until' : 'rights')}
            />
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}
