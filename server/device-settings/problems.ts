import { problemsOf } from '../kernel/http/problem.ts';

export const deviceSettingProblems = { 'device-out-of-use': 409 } as const;

export const deviceSettingProblem = problemsOf('device-settings', deviceSettingProblems);
