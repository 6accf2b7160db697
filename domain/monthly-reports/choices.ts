/** The last day that every month has; `last` is that of each month. */
export const reportDayMax = 28;
export const lastDay = 'last';
/** The day of a month on which a report is mailed (C-13). */
export type ReportDay = number | typeof lastDay;

export const reportDays: readonly ReportDay[] = [...Array.from({ length: reportDayMax }, (_, at) => at + 1), lastDay];

export const reportFiles = ['xlsx', 'pdf'] as const;
export type ReportFile = (typeof reportFiles)[number];
