import type { Draft } from '../../context/draft.ts';
import type { SignUpDraft, Way } from './state.ts';

export type StepProps = {
  draftId: string;
  draft: Draft<SignUpDraft>;
  way: Way;
  /** Null on the first step. */
  back: (() => void) | null;
  next: () => void;
};
