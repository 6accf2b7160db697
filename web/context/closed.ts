type Listener = () => void;
const listeners = new Set<Listener>();

/** Told when the site is open again after maintenance met in the middle of work. */
export function onReopened(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellReopened(): void {
  for (const listener of listeners) listener();
}
