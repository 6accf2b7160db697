import { useState } from 'react';
import type { Session } from '../../api/types.ts';
import { Help } from './help.tsx';
import { areShortcutsOn, keepShortcuts } from './kept.ts';
import { usePlaces } from './places.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Props = { session: Session; open: boolean; onOpen: () => void; onClose: () => void };

/** The keys that work on every page for members, and the dialog that lists them and switches them off. */
export function Shortcuts({ session, open, onOpen, onClose }: Props) {
  const [on, setOn] = useState(areShortcutsOn);
  const places = usePlaces(session);
  useShortcuts(on, places, onOpen);
  function choose(next: boolean): void {
    setOn(next);
    keepShortcuts(next);
  }
  // Always there, if closed: so the dialog knows where the focus was when it opened, and gives it back there.
  return <Help open={open} places={places} on={on} onChoose={choose} onClose={onClose} />;
}
