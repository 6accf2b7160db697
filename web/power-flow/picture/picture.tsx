import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSite, useSiteWords } from '../../context/site.ts';
import { useFigures } from '../use-figures.ts';
import type { Picture as Shown } from '../use-picture.ts';
import styles from './picture.module.css';
import { arrowsOf, circle, hub, lineOf, size, spots, widthOf, type Spot } from './spots.ts';

/** Drawn on a 24 × 24 grid like the icons of the pages. */
const drawings: Record<Spot, string> = {
  solar:
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M18.7 5.3 17 7M7 17l-1.7 1.7',
  grid: 'M8 21 11 3h2l3 18M9.2 14h5.6M10 9h4M5 9h14M6.5 6.5h11M9 15l6 6M15 15l-6 6',
  house: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5v-5.5h4v5.5',
  battery: 'M7 5h10v16H7ZM10 2.5h4V5M12.8 9l-3 4.5h4.4l-3 4.5',
  ev: 'M3.5 16v-3.5l2-.8L7.8 7h7.4l3 4.7 2.3.8V16h-2M3.5 16h2M9.5 16h5M7.5 14.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M16.5 14.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M7 11.5h10.5',
};

/** The flows as a drawing: what gives and takes around one hub, arrows between, words beside each (E-06). */
export function Picture({ data, still }: { data: Shown; still: boolean }) {
  const sentence = useSentence(data);
  const lines = useLines(data, still);
  return (
    <svg className={styles['picture']} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={sentence}>
      <circle className={styles['hub']} cx={hub.x} cy={hub.y} r="11" />
      {!still &&
        arrowsOf(data).map((arrow) => {
          const { from, to, head } = lineOf(arrow);
          const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
          const key = `${arrow.spot} ${arrow.towards}`;
          return (
            <g key={key} className={styles['arrow']} data-flow={key}>
              <line {...ends} strokeWidth={widthOf(arrow.watts)} />
              <polygon points={head} />
              <line className={styles['moving']} {...ends} strokeWidth={Math.max(1.5, widthOf(arrow.watts) / 3)} />
            </g>
          );
        })}
      {lines.map(({ spot, words }) => (
        <Node key={spot} spot={spot}>
          {words}
        </Node>
      ))}
    </svg>
  );
}

const lineHeight = 20;

/** A circle with its words below it, those of the sun beside it. */
function Node({ spot, children }: { spot: Spot; children: ReactNode[] }) {
  const { x, y } = spots[spot];
  const beside = spot === 'solar';
  const at = beside ? { x: x + circle + 12, y: y - 4 } : { x, y: y + circle + 18 };
  return (
    <g className={styles['node']}>
      <circle cx={x} cy={y} r={circle} />
      <path d={drawings[spot]} transform={`translate(${x - 16.8} ${y - 16.8}) scale(1.4)`} />
      {children.map((line, index) => (
        <text key={index} x={at.x} y={at.y + index * lineHeight} textAnchor={beside ? 'start' : 'middle'}>
          {line}
        </text>
      ))}
    </g>
  );
}

type Line = { spot: Spot; words: ReactNode[] };

/** What stands beside each: its name, its power, and what it says of itself. */
function useLines({ meters, stores }: Shown, still: boolean): Line[] {
  const t = useTranslations('power-flow');
  const figures = useFigures();
  const stateWord = useStateWord();
  const power = (watts: number | null) => figures.power(still ? null : watts);
  const percent = (value: number) => figures.percent(still ? null : value);
  // Of power the amount alone: the direction stands in the word and the arrow.
  const known = (some: (string | null)[]) => some.filter((one) => one !== null).join(' · ') || t('unknown');
  const meter = (name: Shown['meters'][number]['name']) => meters.find((one) => one.name === name);
  const bold = (text: string) => <tspan className={styles['figure']}>{text}</tspan>;
  const lines: Line[] = [];
  const [solar, used, bought, sold] = [meter('solar'), meter('consumed'), meter('bought'), meter('sold')];
  if (solar) lines.push({ spot: 'solar', words: [t('names.solar'), bold(power(solar.watts))] });
  if (bought || sold)
    lines.push({
      spot: 'grid',
      words: [bought, sold].flatMap((one) =>
        one
          ? [
              <tspan key={one.name}>
                {t(`names.${one.name}`)} {bold(power(one.watts))}
              </tspan>,
            ]
          : [],
      ),
    });
  if (used) lines.push({ spot: 'house', words: [t('names.consumed'), bold(power(used.watts))] });
  for (const { name, watts, chargePercent, state } of stores)
    lines.push({
      spot: name,
      words: [
        state && !still ? `${t(`names.${name}`)}: ${stateWord(state)}` : t(`names.${name}`),
        bold(
          known([
            watts === null ? null : power(Math.abs(watts)),
            chargePercent === null ? null : percent(chargePercent),
          ]),
        ),
      ],
    });
  return lines;
}

/** The word for what a store does; one that the site has none for is shown as the device says it. */
export function useStateWord(): (code: string) => string {
  const options = useSite().capabilities['power-flow'];
  const words = useSiteWords();
  return (code) => {
    const known = options?.states.find((one) => one.code === code);
    return known ? words(known.name) : code;
  };
}

/** The whole picture in one sentence. */
export function useSentence({ meters, stores }: Shown): string {
  const t = useTranslations('power-flow');
  const format = useFormatter();
  const figures = useFigures();
  const part = (name: 'solar' | 'consumed' | 'bought' | 'sold' | 'battery' | 'ev', watts: number) =>
    t('part', { name: t(`names.${name}`), value: figures.power(watts) });
  const those = (names: readonly string[]) =>
    meters.flatMap(({ name, watts }) => (names.includes(name) && watts !== null ? [part(name, watts)] : []));
  const storing = (sign: 1 | -1) =>
    stores.flatMap(({ name, watts }) => (watts !== null && watts * sign > 0 ? [part(name, Math.abs(watts))] : []));
  const list = (parts: string[]) => (parts.length === 0 ? t('nothing') : format.list(parts, { type: 'unit' }));
  return t('sentence', {
    in: list([...those(['solar', 'bought']), ...storing(-1)]),
    out: list([...those(['consumed', 'sold']), ...storing(1)]),
  });
}
