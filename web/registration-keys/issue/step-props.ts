import type { Category } from '../../api/types.ts';
import type { Draft } from '../../context/draft.ts';
import type { Desk } from './desk.ts';
import type { IssueDraft, StepId } from './state.ts';

export type StepProps = {
  organization: string;
  /** What the steps are a part of. */
  part: string;
  desk: Desk;
  draft: Draft<IssueDraft>;
  go: (step: StepId) => void;
};

/** Steps after the first know their category; those after the second the device too. */
export type CategoryStepProps = StepProps & { category: Category };
export type DeviceStepProps = CategoryStepProps & { deviceId: string };
