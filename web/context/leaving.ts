import { siteId } from './address.ts';

/** Why somebody stands before the login page; said there. */
export type LeaveReason = 'idle' | 'ended' | 'logged-out';

let reason: LeaveReason = 'ended';

export function noteReason(next: LeaveReason): void {
  reason = next;
}

export function currentReason(): LeaveReason {
  return reason;
}

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`engawa-${siteId}`);

export function tellOtherTabs(): void {
  channel?.postMessage('logged-out');
}

export function onLoggedOutElsewhere(listener: () => void): () => void {
  channel?.addEventListener('message', listener);
  return () => channel?.removeEventListener('message', listener);
}
