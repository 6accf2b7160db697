import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

export type Tab<V extends string> = { value: V; label: string };

type Props<V extends string> = {
  /** What the tabs are about. */
  label: string;
  tabs: readonly Tab<V>[];
  value: V;
  onChange: (value: V) => void;
  children: ReactNode;
};

/**
 * Several views of one thing, of which one is shown. One of the tabs is reached with the Tab key, the others from there with the arrows, Home and
 * End (ARIA authoring practices); a tab that has the focus is shown.
 */
export function Tabs<V extends string>({ label, tabs, value, onChange, children }: Props<V>) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = nextOf(event.key, at, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus();
  }
  return (
    <div className={styles['tabs']}>
      <div ref={list} className={styles['list']} role="tablist" aria-label={label} data-print="no">
        {tabs.map((tab) => {
          const chosen = tab.value === value;
          return (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${prefix}-${tab.value}`}
              className={styles['tab']}
              aria-selected={chosen}
              aria-controls={chosen ? `${prefix}-panel` : undefined}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChange(tab.value)}
              onKeyDown={move}
            >
              {tab.label}
            </button>
          );
        })}
      </div>
      <div
        id={`${prefix}-panel`}
        className={styles['panel']}
        role="tabpanel"
        aria-labelledby={`${prefix}-${value}`}
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  );
}

/** The place that a key leads to; null for a key that leads nowhere. */
function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
