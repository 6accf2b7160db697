/** A fault at one place of what was sent: `pointer` is a JSON pointer into the body, `text` a sentence for people. */
export type FaultAt = {
  pointer: string;
  code: string;
  text: string;
  params?: Record<string, string | number> | undefined;
};

type Details = {
  code: string;
  text: string;
  status: number;
  requestId: string | null;
  faults?: FaultAt[];
  params?: Record<string, string | number> | undefined;
  retryAfterSeconds?: number | null;
};

/** What the server refused (RFC 9457), or `status` 0 when it could not be reached at all. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly faults: readonly FaultAt[];
  readonly params: Record<string, string | number>;
  readonly retryAfterSeconds: number | null;

  constructor(details: Details) {
    super(details.text);
    this.name = 'ApiProblem';
    this.code = details.code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.faults = details.faults ?? [];
    this.params = details.params ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** What the server refused at one field of the body, as one sentence; empty when it refused something else. */
export function refusedAt(problem: unknown, pointer: string): string {
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  return faults
    .filter((fault) => fault.pointer === pointer)
    .map(({ text }) => text)
    .join('');
}

/** Somebody else has changed it since it was shown here. */
export function isChangedMeanwhile(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'platform/changed-meanwhile';
}

export function unreachable(): ApiProblem {
  return new ApiProblem({ code: 'platform/unreachable', text: '', status: 0, requestId: null });
}

/** Reads the answer of a refused request; a body that is no problem details (a proxy's page) still becomes a problem. */
export function readProblem(body: unknown, response: Response): ApiProblem {
  const details = isRecord(body) ? body : {};
  const errors = Array.isArray(details['errors']) ? details['errors'].filter(isRecord) : [];
  const seconds = Number(response.headers.get('retry-after'));
  return new ApiProblem({
    code: text(details['type']).replace(/^.*\/problems\//, '') || `platform/status-${response.status}`,
    text: text(details['title']),
    status: response.status,
    requestId: text(details['requestId']) || response.headers.get('x-request-id'),
    faults: errors.map((one) => ({
      pointer: text(one['pointer']),
      code: text(one['code']),
      text: text(one['title']),
      params: params(one['params']),
    })),
    params: params(details['params']),
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function params(value: unknown): Record<string, string | number> | undefined {
  if (!isRecord(value)) return undefined;
  const usable = Object.entries(value).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  return Object.fromEntries(usable);
}
