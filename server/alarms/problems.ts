import { problemsOf } from '../kernel/http/problem.ts';

export const alarmProblems = { 'acknowledged-already': 409 } as const;

export const alarmProblem = problemsOf('alarms', alarmProblems);
