/** How bad it is, rising; "normal" raises no alarm and so has none. */
export const severities = ['unknown', 'warning', 'error', 'service-call'] as const;
export type Severity = (typeof severities)[number];

/** The worst of them; null when there are none. */
export function worst(of: readonly Severity[]): Severity | null {
  return severities.toReversed().find((severity) => of.includes(severity)) ?? null;
}
