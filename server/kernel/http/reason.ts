import { z } from 'zod';
import { readReason, reasonCharactersMax } from '../../../domain/identifiers/reason.ts';
import { faultAt, platformProblem, type Problem } from './problem.ts';

/** Room for the longest reason and far more, of characters built of many code points: who writes too much is told so at the field. */
export const typedReason = z.string().max(reasonCharactersMax * 32);

/** A reason that the handler gets as it is kept: one that the rule refuses is answered before, in the same words as `takeReason` does. */
export const reason = typedReason.trim().superRefine((typed, context) => {
  const read = readReason(typed);
  if (!read.ok) context.addIssue({ code: 'custom', params: { refusal: read } });
});

/** Why somebody does something, as it is kept; or the refusal that says at its field what is wrong with it. */
export function takeReason(typed: string): { reason: string } | { refused: Problem } {
  const read = readReason(typed);
  if (read.ok) return { reason: read.value };
  return { refused: platformProblem('invalid-fields', { errors: [faultAt('/reason', read)] }) };
}
