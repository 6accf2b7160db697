import { readReason } from '../../../domain/identifiers/reason.ts';
import { platformProblem, type Problem } from './problem.ts';

/** Why somebody does something, as it is kept; or the refusal that says at its field what is wrong with it. */
export function takeReason(typed: string): { reason: string } | { refused: Problem } {
  const read = readReason(typed);
  if (read.ok) return { reason: read.value };
  const { code, params } = read;
  const errors = [{ pointer: '/reason', code: `identifiers/${code}`, ...(params && { params }) }];
  return { refused: platformProblem('invalid-fields', { errors }) };
}
