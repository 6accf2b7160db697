import type { z } from 'zod';
import type { Refusal } from '../../../domain/verdict.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from './problem.ts';

const faultsMax = 50;

/** Checks one part of a request against its schema: the value, or a 400 that names each place; a 422 where it is a rule alone that refuses. */
export function validate(schema: z.ZodType | undefined, value: unknown): { value: unknown } | { problem: Problem } {
  if (!schema) return { value: undefined };
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  const { issues } = result.error;
  const errors: FieldFault[] = issues.slice(0, faultsMax).flatMap((issue) => {
    const refusal = refusalOf(issue);
    if (refusal) return [faultAt(jsonPointer(issue.path), refusal)];
    const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const code = issue.code === 'unrecognized_keys' ? 'platform/unknown-field' : `platform/${fieldCode(issue)}`;
    return places.map((path) => ({ pointer: jsonPointer(path), code }));
  });
  return { problem: platformProblem(issues.every(refusalOf) ? 'invalid-fields' : 'malformed', { errors }) };
}

/** What a rule of `domain/identifiers` answered that stands in a schema. */
function refusalOf(issue: z.core.$ZodIssue): Refusal | null {
  return issue.code === 'custom' ? ((issue.params?.['refusal'] as Refusal | undefined) ?? null) : null;
}

function fieldCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing-field';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'too-short';
  return 'wrong-type';
}

/** RFC 6901. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
