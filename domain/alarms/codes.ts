/** What can be refused about alarms. */
export const alarmCodes = ['acknowledged-already', 'time-unreadable', 'hours-alike'] as const;
export type AlarmCode = (typeof alarmCodes)[number];
