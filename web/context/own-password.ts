import { siteId } from './address.ts';

// Per login and tab: whoever logs in anew is asked anew.
const key = `engawa-own-password-${siteId}`;

/** Whether who logged in here with somebody else's password has said whether they want one of their own. */
export function isOwnPasswordAnswered(user: string): boolean {
  return sessionStorage.getItem(key) === user;
}

export function keepOwnPasswordAnswer(user: string): void {
  sessionStorage.setItem(key, user);
}

export function forgetOwnPasswordAnswer(): void {
  sessionStorage.removeItem(key);
}
