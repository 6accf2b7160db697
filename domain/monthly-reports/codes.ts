/** What can be refused about reports by mail. */
export const monthlyReportCodes = ['no-address', 'file-missing', 'group-unknown'] as const;
export type MonthlyReportCode = (typeof monthlyReportCodes)[number];
