/** Refusals by which the preview that was read does not hold any more. */
export const outdated: readonly string[] = ['organizations/changed-since-preview', 'organizations/not-settled'];
