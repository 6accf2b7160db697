// The proof for setting the password is a secret: it stays in this tab and never goes into the draft.
function key(draft: string): string {
  return `engawa-password-${draft}`;
}

export function keepToken(draft: string, token: string): void {
  sessionStorage.setItem(key(draft), token);
}

export function readToken(draft: string): string | null {
  return sessionStorage.getItem(key(draft));
}

export function forgetToken(draft: string): void {
  sessionStorage.removeItem(key(draft));
}
