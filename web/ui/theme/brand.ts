import { contrast, fromHex, toHex, type Oklch } from './oklch.ts';

/** The colours a page takes from a site's one brand colour; every pair that carries text is readable (WCAG 2.2 AA). */
export type BrandShades = {
  /** Fill of the main button, with `onSolid` on it. */
  solid: string;
  solidHover: string;
  onSolid: string;
  /** Brand-coloured words and lines on the page or on `tint`. */
  text: string;
  /** Quiet background of the chosen or current thing. */
  tint: string;
  tintHover: string;
};

export const surfaces = {
  light: { canvas: '#f5f6f8', surface: '#ffffff', ink: '#1a1a1c' },
  dark: { canvas: '#131518', surface: '#1d2024', ink: '#f1f2f4' },
} as const;

const contrastMin = 4.6; // a little above 4.5, so that rounding never falls below it
const step = 0.01;

export function lightShades(colour: string): BrandShades {
  const brand = fromHex(colour);
  const tint = toHex({ ...brand, lightness: 0.965, chroma: Math.min(brand.chroma, 0.02) });
  const tintHover = toHex({ ...brand, lightness: 0.935, chroma: Math.min(brand.chroma, 0.035) });
  const solid = shift(brand, -step, [tintHover, surfaces.light.surface, surfaces.light.canvas]);
  const darker = toHex({ ...fromHex(solid), lightness: Math.max(0, fromHex(solid).lightness - 0.07) });
  return { solid, solidHover: darker, onSolid: '#ffffff', text: solid, tint, tintHover };
}

export function darkShades(colour: string): BrandShades {
  const brand = fromHex(colour);
  const tint = toHex({ ...brand, lightness: 0.27, chroma: Math.min(brand.chroma, 0.045) });
  const tintHover = toHex({ ...brand, lightness: 0.32, chroma: Math.min(brand.chroma, 0.055) });
  const raised = { ...brand, lightness: Math.max(brand.lightness, 0.74), chroma: Math.min(brand.chroma, 0.12) };
  const solid = shift(raised, step, [tintHover, surfaces.dark.surface, surfaces.dark.canvas]);
  const lighter = toHex({ ...fromHex(solid), lightness: Math.min(1, fromHex(solid).lightness + 0.06) });
  return { solid, solidHover: lighter, onSolid: '#101214', text: solid, tint, tintHover };
}

/** Moves the lightness until the colour is readable on every one of the backgrounds. */
function shift(from: Oklch, by: number, backgrounds: readonly string[]): string {
  let colour = from;
  let hex = toHex(colour);
  while (backgrounds.some((background) => contrast(hex, background) < contrastMin)) {
    const lightness = colour.lightness + by;
    if (lightness <= 0 || lightness >= 1) break;
    colour = { ...colour, lightness };
    hex = toHex(colour);
  }
  return hex;
}
