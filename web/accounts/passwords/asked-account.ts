import { siteId } from '../../context/address.ts';

// What was typed stays in this tab and ends with it: a closed browser begins over.
const key = `engawa-reset-${siteId}`;

export function keepAskedAccount(account: string): void {
  sessionStorage.setItem(key, account);
}

export function askedAccount(): string {
  return sessionStorage.getItem(key) ?? '';
}

export function forgetAskedAccount(): void {
  sessionStorage.removeItem(key);
}
