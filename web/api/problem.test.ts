import { describe, expect, it } from 'vitest';
import { mayRetry } from './client.ts';
import { readProblem, unreachable } from './problem.ts';

function refusal(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('P-24 a refused request', () => {
  it('is read with its code, sentence, request and places', () => {
    const body = {
      type: '/problems/registration-keys/issue-refused',
      title: 'No key was issued.',
      status: 422,
      requestId: 'req_1',
      errors: [
        { pointer: '/activationKeys/1/number', code: 'registration-keys/unknown-activation-key', title: 'Wrong.' },
      ],
    };
    const problem = readProblem(body, refusal(422));
    expect(problem).toMatchObject({
      code: 'registration-keys/issue-refused',
      message: 'No key was issued.',
      status: 422,
      requestId: 'req_1',
    });
    expect(problem.faults).toEqual([
      {
        pointer: '/activationKeys/1/number',
        code: 'registration-keys/unknown-activation-key',
        text: 'Wrong.',
        params: undefined,
      },
    ]);
  });

  it.each([undefined, null, '', '<html>502</html>', [], { errors: 'x', title: 7 }])(
    'is a problem also when its body is %o',
    (body) => {
      expect(readProblem(body, refusal(502, { 'x-request-id': 'req_2' }))).toMatchObject({
        code: 'platform/status-502',
        status: 502,
        requestId: 'req_2',
        faults: [],
      });
    },
  );

  it('says when to come back', () => {
    expect(readProblem({}, refusal(503, { 'retry-after': '600' })).retryAfterSeconds).toBe(600);
    expect(readProblem({}, refusal(503, { 'retry-after': 'soon' })).retryAfterSeconds).toBeNull();
  });

  it('is tried again only where that may help', () => {
    expect(mayRetry(unreachable())).toBe(true);
    expect(mayRetry(readProblem({}, refusal(503)))).toBe(true);
    expect(mayRetry(readProblem({ type: '/problems/platform/still-running' }, refusal(409)))).toBe(true);
    expect(mayRetry(readProblem({}, refusal(422)))).toBe(false);
    expect(mayRetry(new Error('x'))).toBe(false);
  });
});
