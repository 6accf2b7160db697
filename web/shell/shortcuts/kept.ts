const key = 'engawa-shortcuts';
const off = 'off';

/** Whether shortcuts are on in this browser; they are, until somebody switches them off. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(key) !== off;
  } catch {
    return true;
  }
}

export function keepShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, off);
  } catch {
    // Storage is off: the choice holds until the page is loaded anew.
  }
}
