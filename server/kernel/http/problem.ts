import type { Params, Refusal } from '../../../domain/verdict.ts';

/** The closed list of what the platform itself refuses, with HTTP status; capabilities keep lists of their own. */
export const platformProblems = {
  'not-found': 404,
  'not-logged-in': 401,
  'not-permitted': 403,
  'step-owed': 403,
  'not-while-acting': 403,
  'not-with-key': 403,
  'acting-ended': 403,
  'cross-site': 403,
  malformed: 400,
  'invalid-fields': 422,
  'body-too-large': 413,
  'media-type': 415,
  'too-many-requests': 429,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'still-running': 409,
  'version-missing': 428,
  'changed-meanwhile': 412,
  maintenance: 503,
  unavailable: 503,
  unexpected: 500,
} as const satisfies Record<string, ProblemStatus>;

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

/** A fault at one place of the request: `pointer` is a JSON pointer into the body, `code` is `<capability>/<code>`. */
export type FieldFault = { pointer: string; code: string; params?: Params };

/** What a rule of `domain/identifiers` has against what stands at this place. */
export function faultAt(pointer: string, { code, params }: Pick<Refusal, 'code' | 'params'>): FieldFault {
  return { pointer, code: `identifiers/${code}`, ...(params && { params }) };
}

/** An expected refusal (RFC 9457). `code` is `<capability>/<code>`; its words come from the catalogue. */
export type Problem = {
  problem: true;
  code: string;
  status: ProblemStatus;
  params?: Params;
  errors?: readonly FieldFault[];
  retryAfterSeconds?: number;
};

export type ProblemExtras = Omit<Problem, 'problem' | 'code' | 'status'>;

export function platformProblem(code: keyof typeof platformProblems, extras: ProblemExtras = {}): Problem {
  return { problem: true, code: `platform/${code}`, status: platformProblems[code], ...extras };
}

/** Makes the problem function of one capability out of its closed list. */
export function problemsOf<C extends string>(capability: string, list: Record<C, ProblemStatus>) {
  return (code: C, extras: ProblemExtras = {}): Problem => ({
    problem: true,
    code: `${capability}/${code}`,
    status: list[code],
    ...extras,
  });
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value && value.problem === true;
}
