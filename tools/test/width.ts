const fullWidthAbove = 0xfee0;

/** Printable ASCII as a Japanese keyboard leaves it when full width is on. */
export function inFullWidth(text: string): string {
  const wide = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + fullWidthAbove);
  return text.replaceAll(/[!-~]/g, wide).replaceAll(' ', '\u3000');
}

/** Hyphens, dashes, minus signs, long-vowel marks and rules that people type where a hyphen is meant. */
export const hyphensOfEveryKind = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '－', 'ー', 'ｰ', '─', '〜', '﹣'];
