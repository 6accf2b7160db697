import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { darkShades, lightShades, surfaces, type BrandShades } from './brand.ts';
import { contrast, fromHex, toHex } from './oklch.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

function expectReadable(shades: BrandShades, surface: { canvas: string; surface: string; ink: string }): void {
  expect(contrast(shades.onSolid, shades.solid)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shades.onSolid, shades.solidHover)).toBeGreaterThanOrEqual(4.5);
  for (const background of [surface.canvas, surface.surface, shades.tint, shades.tintHover]) {
    expect(contrast(shades.text, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surface.ink, background)).toBeGreaterThanOrEqual(4.5);
  }
}

describe('P-01 the brand colour of a site', () => {
  it('gives readable shades for every colour, light and dark', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        expectReadable(lightShades(hex), surfaces.light);
        expectReadable(darkShades(hex), surfaces.dark);
      }),
    );
  });

  it('keeps a colour that is readable already', () => {
    expect(lightShades('#003d7a').solid).toBe('#003d7a');
  });

  it('comes back from OKLCH as the same colour', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        expect(toHex(fromHex(hex))).toBe(hex);
      }),
    );
  });
});
