import { createTheme, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core';
import { darkShades, lightShades, type BrandShades } from './brand.ts';

export const neutralBrand = '#22435e';

// The four kinds of a button; every colour comes from tokens, so that light and dark need no second list.
const variantColors: VariantColorsResolver = ({ variant }) => {
  switch (variant) {
    case 'secondary':
      return {
        background: 'var(--surface)',
        hover: 'var(--brand-tint)',
        color: 'var(--brand-text)',
        border: '1px solid var(--brand-text)',
      };
    case 'quiet':
      return {
        background: 'transparent',
        hover: 'var(--surface-sunk)',
        color: 'var(--ink)',
        border: '1px solid transparent',
      };
    case 'danger':
      return {
        background: 'var(--surface)',
        hover: 'var(--error-tint)',
        color: 'var(--error)',
        border: '1px solid var(--error)',
      };
    default:
      return {
        background: 'var(--brand-solid)',
        hover: 'var(--brand-solid-hover)',
        color: 'var(--brand-on-solid)',
        border: '1px solid transparent',
      };
  }
};

export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  focusRing: 'never', // base.css draws the one ring of the house
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  variantColorResolver: variantColors,
  components: {
    Checkbox: {
      defaultProps: { size: 'md', radius: 'sm', color: 'var(--brand-solid)', iconColor: 'var(--brand-on-solid)' },
    },
    Radio: { defaultProps: { size: 'md', color: 'var(--brand-solid)', iconColor: 'var(--brand-on-solid)' } },
  },
});

export function cssVariables(colour: string): CSSVariablesResolver {
  return () => ({
    variables: { '--mantine-line-height': 'var(--leading)', '--brand-mark': colour },
    light: scheme(lightShades(colour)),
    dark: scheme(darkShades(colour)),
  });
}

function scheme(shades: BrandShades): Record<string, string> {
  return {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-primary-color-filled': shades.solid,
    '--brand-solid': shades.solid,
    '--brand-solid-hover': shades.solidHover,
    '--brand-on-solid': shades.onSolid,
    '--brand-text': shades.text,
    '--brand-tint': shades.tint,
    '--brand-tint-hover': shades.tintHover,
  };
}
