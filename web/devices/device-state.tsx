import type { TypeIcon } from '../../domain/devices/options.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './device-state.module.css';
import { useOptions } from './options.ts';

// On a grid of 32 × 32: the body, what lies on it, and for machines of several colours three drops.
const bodies: Record<TypeIcon, string> = {
  'mono-mfp': 'M5 14h22v12H5ZM8 14V8h16v6M6 8h20M9 20h14',
  'colour-mfp': 'M5 14h22v12H5ZM8 14V8h16v6M6 8h20M9 20h14',
  'mono-printer': 'M9 12V5h14v7M5 12h22v11H5ZM9 19h14v8H9Z',
  'colour-printer': 'M9 12V5h14v7M5 12h22v11H5ZM9 19h14v8H9Z',
  'large-format': 'M2 9h28v7H2ZM5 16v11M27 16v11M8 16v9h16v-9M3 27h4M25 27h4',
};
const drops: Partial<Record<TypeIcon, { x: number; y: number }>> = {
  'colour-mfp': { x: 11, y: 23 },
  'colour-printer': { x: 12, y: 23 },
};
const colours = ['#0091c8', '#d4148e', '#e0b000'];

/** The state beside the kind: a sign of its own for each, so that no colour has to be told from another. */
const signs: Record<string, IconName> = {
  normal: 'check',
  unable: 'check',
  unknown: 'info',
  warning: 'error',
  error: 'close',
  'service-call': 'tools',
};

type Props = { type: string; state: string; word: string };

/** The kind of a device as a picture with how it is (C-02); the words say all of it, and who was never heard from is faint. */
export function DeviceState({ type, state, word }: Props) {
  const { types } = useOptions();
  const icon = types.find(({ id }) => id === type)?.icon ?? null;
  const drop = icon && drops[icon];
  return (
    <span className={styles['state']} data-state={state}>
      {icon && (
        <svg viewBox="0 0 32 32" className={styles['kind']} data-kind={icon} aria-hidden="true" focusable="false">
          <path d={bodies[icon]} />
          {drop &&
            colours.map((colour, at) => <circle key={colour} cx={drop.x + at * 5} cy={drop.y} r="1.9" fill={colour} />)}
        </svg>
      )}
      <span className={styles['word']}>
        {signs[state] && <Icon name={signs[state]} size="1.125rem" />} {word}
      </span>
    </span>
  );
}
