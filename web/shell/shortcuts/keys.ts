/** What a key may do on the pages for members. */
export type ShortcutAction = 'help' | 'search' | { place: string };

/** A key pressed by somebody, as far as shortcuts go by it. */
export type Pressed = {
  key: string;
  /** Held together with another key that makes it a command of the browser or the system. */
  modified: boolean;
  /** In a field, or while an input method puts a character together. */
  typing: boolean;
};

/** After `g` the next key counts for so long; afterwards it is a key by itself again. */
export const secondKeyWithinMs = 1_500;
/** First of the two keys that lead to a page. */
export const leadKey = 'g';
export const helpKey = '?';
export const searchKey = '/';
/** The digits that stand for the first entries of the menu, whatever these are on a site. */
export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export type KeyState = { leadAtMs: number | null };
export type Verdict = { state: KeyState; action: ShortcutAction | null };

/**
 * What a key means after the ones before it (WCAG 2.1.4: only outside of fields, and all of it can be switched off). `places` are the keys that
 * follow `g` and lead somewhere; an unknown one ends the pair without an act.
 */
export function readKey({ leadAtMs }: KeyState, pressed: Pressed, places: readonly string[], nowMs: number): Verdict {
  const none: Verdict = { state: { leadAtMs: null }, action: null };
  if (pressed.typing || pressed.modified) return none;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  // The shift key by itself, on the way to what it makes of the next one.
  if (key === 'Shift') return { state: { leadAtMs }, action: null };
  if (leadAtMs !== null && nowMs - leadAtMs <= secondKeyWithinMs)
    return places.includes(key) ? { ...none, action: { place: key } } : none;
  if (key === leadKey) return { state: { leadAtMs: nowMs }, action: null };
  if (key === helpKey) return { ...none, action: 'help' };
  return key === searchKey ? { ...none, action: 'search' } : none;
}
