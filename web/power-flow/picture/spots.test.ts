import { describe, expect, it } from 'vitest';
import type { Picture } from '../use-picture.ts';
import { arrowsOf, lineOf, widthOf, widths } from './spots.ts';

type Watts = Partial<Record<'solar' | 'consumed' | 'bought' | 'sold' | 'battery', number | null>>;

function pictureOf({ battery = null, ...meters }: Watts): Pick<Picture, 'meters' | 'stores'> {
  const named = Object.entries(meters) as [Picture['meters'][number]['name'], number | null][];
  return {
    meters: named.map(([name, watts]) => ({ name, watts, todayWh: null })),
    stores: [
      {
        name: 'battery',
        watts: battery,
        chargePercent: 100,
        state: 'charging',
        chargedTodayWh: null,
        dischargedTodayWh: null,
      },
    ],
  };
}
const shown = (watts: Watts) => arrowsOf(pictureOf(watts)).map(({ spot, towards }) => `${spot} to ${towards}`);

describe('E-06 the arrows of the picture', () => {
  it('are those of what was measured, never made to fit: bought and sold at once', () => {
    const watts = { solar: 9_100, bought: 8_700, consumed: 11_200, sold: 6_600, battery: 0 };
    expect(shown(watts)).toEqual(['solar to hub', 'grid to hub', 'grid to spot', 'house to spot']);
    const grid = arrowsOf(pictureOf(watts)).filter(({ spot }) => spot === 'grid');
    expect(grid.map(({ beside }) => beside)).toEqual([-11, 11]);
    expect(shown({ ...watts, sold: null })).toEqual(['solar to hub', 'grid to hub', 'house to spot']);
  });

  it('are there only above 0.05 kW, and show which way a battery goes', () => {
    expect(shown({ solar: 50, consumed: 51, battery: -50 })).toEqual(['house to spot']);
    expect(shown({ battery: 51 })).toEqual(['battery to spot']);
    expect(shown({ battery: -51 })).toEqual(['battery to hub']);
    expect(shown({})).toEqual([]);
  });

  it('are the wider the more flows, up to 10 kW', () => {
    const all = [100, 1_000, 5_000, 10_000, 50_000].map(widthOf);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect([all[0]! > widths.least, all.at(-1), all.at(-2)]).toEqual([true, widths.most, widths.most]);
  });

  it('have their head where the flow goes', () => {
    const [arrow] = arrowsOf(pictureOf({ solar: 1_000 }));
    if (!arrow) throw new Error('no arrow');
    expect(lineOf(arrow).from).toEqual({ x: 200, y: 90 });
    expect(lineOf(arrow).head.startsWith('200,195 ')).toBe(true);
    expect(lineOf({ ...arrow, towards: 'spot' }).head.startsWith('200,90 ')).toBe(true);
  });
});
