import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { readKey, type KeyState } from './keys.ts';
import type { Place } from './places.ts';

/** What takes characters, or letters of its own: a list of choices goes to the entry that begins with one. */
const fields = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"]';
const openDialogs = '[role="dialog"][aria-modal="true"]';
const searchFields = '[role="search"] :is(input, select)';

/** Listens to the keys of the page while `on`; in an open dialog nothing but that dialog hears them. */
export function useShortcuts(on: boolean, places: readonly Place[], onHelp: () => void): void {
  const router = useRouter();
  const state = useRef<KeyState>({ leadAtMs: null });
  useEffect(() => {
    if (!on) return;
    function listen(event: KeyboardEvent): void {
      if (event.defaultPrevented || document.querySelector(openDialogs)) return;
      const target = event.target instanceof Element ? event.target : null;
      const pressed = {
        key: event.key,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        typing: event.isComposing || (target?.closest(fields) ?? null) !== null,
      };
      const keys = places.map(({ key }) => key);
      const verdict = readKey(state.current, pressed, keys, event.timeStamp);
      state.current = verdict.state;
      const { action } = verdict;
      if (action === null) return;
      // Without a list to search in, the browser's own search by "/" is left alone.
      if (action === 'search' && !focusSearch()) return;
      event.preventDefault();
      if (action === 'help') onHelp();
      if (typeof action !== 'object') return;
      const place = places.find(({ key }) => key === action.place);
      if (place) void router.navigate({ to: place.to, params: place.params });
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on, places, onHelp, router]);
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>(searchFields);
  field?.focus();
  return field !== null;
}
