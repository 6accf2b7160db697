import type { SignUpField } from '../../../domain/accounts/sign-up.ts';
import type { Draft } from '../../context/draft.ts';
import type { SignUpDraft } from './state.ts';

export type StepProps = {
  draftId: string;
  draft: Draft<SignUpDraft>;
  fields: readonly SignUpField[];
  /** Null on the first step. */
  back: (() => void) | null;
  next: () => void;
};
