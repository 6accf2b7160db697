import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused of a notice as a whole; faults of single fields stand in `errors`. */
export const noticeProblems = { 'shown-already': 409, over: 409, 'not-shown-yet': 409 } as const;

export const noticeProblem = problemsOf('notices', noticeProblems);
