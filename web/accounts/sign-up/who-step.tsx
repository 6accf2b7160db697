import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { Page } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { stepsOf, type SignUpDraft, type StepId } from './state.ts';

type Props = { draft: Draft<SignUpDraft>; go: (step: StepId) => void };

/** As whom somebody signs up. Going back here and choosing anew keeps what was typed; only the agreement is asked again. */
export function WhoStep({ draft, go }: Props) {
  const t = useTranslations('accounts.signUp.who');
  const words = useTranslations('accounts.signUp');
  const { signUps } = useSite();
  const [chosen, setChosen] = useState(draft.values.organization ?? '');
  const form = useForm({ organization: '' });
  const { busy, problem, run } = useAction();

  function submit(): void {
    const way = signUps.find(({ organization }) => organization === chosen);
    const missing = { field: 'organization', label: t('question'), text: t('missing') } as const;
    if (!form.show(way ? [] : [missing]) || !way) return;
    const { organization } = way;
    const changed = organization !== draft.values.organization;
    void run(async () => {
      await draft.commit({ organization, ...(changed && { agreed: [] }) });
      go(stepsOf(signUps, way)[1] ?? 'form');
    });
  }

  return (
    <Page title={t('title')} part={words('title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        next={
          <Button type="submit" busy={busy}>
            {t('next')}
          </Button>
        }
      >
        <Card>
          <RadioGroup
            required
            cards
            id={form.idOf('organization')}
            label={t('question')}
            fault={form.faultOf('organization')}
            value={chosen}
            onChange={(value) => {
              setChosen(value === 'dealer' ? 'dealer' : 'customer');
              form.clear('organization');
            }}
            choices={signUps.map(({ organization, loginId }) => ({
              value: organization,
              label: t(`kinds.${organization}.title`),
              hint: (
                <>
                  {t(`kinds.${organization}.hint`)}
                  <br />
                  {t(`loginIds.${loginId}`)}
                </>
              ),
            }))}
          />
        </Card>
      </StepForm>
    </Page>
  );
}
