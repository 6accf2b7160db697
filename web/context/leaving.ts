import { siteId } from './address.ts';

/** Why somebody stands before the login page; said there. */
export type LeaveReason = 'idle' | 'ended' | 'logged-out';

let reason: LeaveReason = 'ended';

/** Who has logged out is told that, also when a request still under way is refused before the page has given way. */
export function noteReason(next: LeaveReason): void {
  if (reason !== 'logged-out') reason = next;
}

export function forgetReason(): void {
  reason = 'ended';
}

export function currentReason(): LeaveReason {
  return reason;
}

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`engawa-${siteId}`);

export function tellOtherTabs(): void {
  channel?.postMessage('logged-out');
}

export function onLoggedOutElsewhere(listener: () => void): () => void {
  return hear('logged-out', listener);
}

/** Somebody began or ended to act on behalf: the tabs of a browser share their session. */
export function tellSessionChanged(): void {
  channel?.postMessage('session-changed');
}

export function onSessionChangedElsewhere(listener: () => void): () => void {
  return hear('session-changed', listener);
}

function hear(message: string, listener: () => void): () => void {
  const heard = (event: MessageEvent<unknown>): void => {
    if (event.data === message) listener();
  };
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}
