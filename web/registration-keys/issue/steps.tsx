import { useTranslations } from 'use-intl';
import type { Category } from '../../api/types.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { ActivationKeysStep } from './activation-keys-step.tsx';
import { CategoryStep } from './category-step.tsx';
import { DeviceStep } from './device-step.tsx';
import { KeysStep } from './keys-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { stepIds, type StepId } from './state.ts';
import type { StepProps } from './step-props.ts';

type Props = StepProps & { current: StepId; category: Category | undefined; deviceId: string | null };

/** The five steps of the wizard, the same for the real thing and the demo. */
export function Steps({ current, category, deviceId, ...common }: Props) {
  const t = useTranslations('registration-keys.issue');
  return (
    <Wizard label={t('stepsLabel')} current={current} steps={stepIds.map((id) => ({ id, title: t(`steps.${id}`) }))}>
      {current === 'category' && <CategoryStep {...common} />}
      {current === 'device' && category && <DeviceStep {...common} category={category} />}
      {current === 'activation-keys' && category && deviceId && (
        <ActivationKeysStep {...common} category={category} deviceId={deviceId} />
      )}
      {current === 'review' && category && deviceId && (
        <ReviewStep {...common} category={category} deviceId={deviceId} />
      )}
      {current === 'keys' && <KeysStep {...common} />}
    </Wizard>
  );
}
