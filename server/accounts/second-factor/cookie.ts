/** Carries the way between the right password and the session; never a session itself. */
export function secondStepCookie(siteId: string): string {
  return `__Host-${siteId}-second-step`;
}
