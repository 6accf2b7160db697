import { arrowAboveW } from '../../../domain/power-flow/now.ts';
import type { Picture } from '../use-picture.ts';

/** Units of the drawing. */
export const size = { width: 400, height: 436 } as const;
export const circle = 32;
const hubRadius = 13;
const headLength = 15;

export const hub = { x: 200, y: 212 } as const;
export const spots = {
  solar: { x: 200, y: 52 },
  grid: { x: 62, y: 212 },
  house: { x: 338, y: 212 },
  battery: { x: 108, y: 350 },
  ev: { x: 292, y: 350 },
} as const;
export type Spot = keyof typeof spots;

/** An arrow between a spot and the hub; `beside` shifts it off the middle, where two go opposite ways. */
export type Arrow = { spot: Spot; towards: 'hub' | 'spot'; watts: number; beside: number };

/** The arrows of a picture: only what really flows, each as it was measured, whatever the others say (E-06). */
export function arrowsOf({ meters, stores }: Pick<Picture, 'meters' | 'stores'>): Arrow[] {
  const watts = (name: Picture['meters'][number]['name']) => meters.find((one) => one.name === name)?.watts ?? 0;
  const both = watts('bought') > arrowAboveW && watts('sold') > arrowAboveW;
  const all: Arrow[] = [
    { spot: 'solar', towards: 'hub', watts: watts('solar'), beside: 0 },
    { spot: 'grid', towards: 'hub', watts: watts('bought'), beside: both ? -11 : 0 },
    { spot: 'grid', towards: 'spot', watts: watts('sold'), beside: both ? 11 : 0 },
    { spot: 'house', towards: 'spot', watts: watts('consumed'), beside: 0 },
    ...stores.map(({ name, watts: power }): Arrow => {
      const charges = (power ?? 0) > 0;
      return { spot: name, towards: charges ? 'spot' : 'hub', watts: Math.abs(power ?? 0), beside: 0 };
    }),
  ];
  return all.filter((arrow) => arrow.watts > arrowAboveW);
}

export const widths = { least: 3, most: 14, mostW: 10_000 } as const;

/** The wider, the more flows; from 10 kW on no wider. */
export function widthOf(watts: number): number {
  return widths.least + (widths.most - widths.least) * Math.min(1, watts / widths.mostW);
}

type Point = { x: number; y: number };

/** Where a line begins and ends, and the three corners of its head. */
export function lineOf({ spot, towards, watts, beside }: Arrow): { from: Point; to: Point; head: string } {
  const at = spots[spot];
  const length = Math.hypot(hub.x - at.x, hub.y - at.y);
  const along = { x: (hub.x - at.x) / length, y: (hub.y - at.y) / length };
  const place = (distance: number, aside: number): Point => ({
    x: Math.round((at.x + along.x * distance - along.y * aside) * 10) / 10,
    y: Math.round((at.y + along.y * distance + along.x * aside) * 10) / 10,
  });
  const [near, far] = [circle + 6, length - hubRadius - 4];
  const half = widthOf(watts) / 2 + 5;
  const [start, tip, neck] = towards === 'hub' ? [near, far, far - headLength] : [far, near, near + headLength];
  const corners = [place(tip, beside), place(neck, beside - half), place(neck, beside + half)];
  return {
    from: place(start, beside),
    to: place(neck, beside),
    head: corners.map(({ x, y }) => `${x},${y}`).join(' '),
  };
}
