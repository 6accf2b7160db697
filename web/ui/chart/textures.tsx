import styles from './chart.module.css';
import type { Series } from './frame.tsx';

/** Colours there are; a ninth series has the first one's with another texture. */
export const coloursMax = 8;
const cellUnits = 8;

/** Lines over the colour of an area, so that areas can be told apart without colours: how they are turned, and what is drawn in a cell. */
const textures = [
  { turned: 0, drawn: '' },
  { turned: 45, drawn: 'M0 4h8' },
  { turned: 0, drawn: 'M4 4h0.01' },
  { turned: -45, drawn: 'M0 4h8' },
  { turned: 0, drawn: 'M0 4h8' },
  { turned: 45, drawn: 'M0 4h8M4 0v8' },
  { turned: 90, drawn: 'M0 4h8' },
  { turned: 0, drawn: 'M2 2h0.01M6 6h0.01' },
] as const;

/** The look of the n-th series, from 0 on: no two of the first 64 have colour and texture in common. */
export function lookOf(at: number): { colour: number; texture: number } {
  return { colour: (at % coloursMax) + 1, texture: (at + 3 * Math.floor(at / coloursMax)) % textures.length };
}

/** The patterns of a chart's series; `id` is the chart's own. */
export function Textures({ id, series }: { id: string; series: readonly Pick<Series, 'key' | 'colour'>[] }) {
  return (
    <svg className={styles['textures']} aria-hidden="true">
      <defs>
        {series.map(({ key, colour }, at) => {
          const texture = textures[lookOf(at).texture] ?? textures[0];
          return (
            <pattern
              key={key}
              id={`${id}-${at}`}
              data-colour={colour}
              width={cellUnits}
              height={cellUnits}
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(${texture.turned})`}
            >
              <rect className={styles['bar']} width={cellUnits} height={cellUnits} />
              <path className={styles['texture']} d={texture.drawn} />
            </pattern>
          );
        })}
      </defs>
    </svg>
  );
}
