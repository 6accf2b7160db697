import { readReason } from '../../domain/identifiers/reason.ts';
import { useProblemText } from './problem-text.ts';

/** What is wrong with a reason that was typed, in the words of the server; empty where nothing is. */
export function useReasonFault(): (typed: string) => string {
  const problemText = useProblemText();
  return (typed) => {
    const read = readReason(typed);
    return read.ok ? '' : problemText(`identifiers/${read.code}`, read.params);
  };
}
