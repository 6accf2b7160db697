// security.md, "Accounts": a global trip at 200 failed codes a minute.
/** Failed codes of a site that may lie within one minute; the next one trips the guard. */
export const failedCodesPerMinuteMax = 200;
/** So long a code then counts only in the browser that asked for it. */
export const codeGuardTrippedMinutes = 60;
