/** A text at its place on the paper, in points from the upper left corner of its slip. */
export type Piece = { text: string; x: number; y: number; size: number; bold: boolean; colour: string };

/** How wide a text is at that size. */
export type Ruler = (text: string, size: number, bold: boolean) => number;

export type Look = { size: number; bold?: boolean; colour?: string; align?: 'left' | 'right' };
export type Box = { x: number; y: number; width: number };

export const ink = '#1a1a1c';
export const soft = '#5a5e66';
const leading = 1.3;
const step = 0.25;
const words = new Intl.Segmenter('ja', { granularity: 'word' });
const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** One line, set smaller where it does not fit. */
export function line(ruler: Ruler, text: string, box: Box, look: Look): Piece {
  const bold = look.bold ?? false;
  let { size } = look;
  while (size > step && ruler(text, size, bold) > box.width) size -= step;
  const x = look.align === 'right' ? box.x + box.width - ruler(text, size, bold) : box.x;
  return { text, x, y: box.y + (look.size - size) / 2, size, bold, colour: look.colour ?? ink };
}

/** As many lines as fit the height, set smaller until all of the text is there. */
export function block(ruler: Ruler, text: string, box: Box & { height: number }, look: Look): Piece[] {
  const bold = look.bold ?? false;
  let { size } = look;
  const wrapped = () => wrap((part) => ruler(part, size, bold), text, box.width);
  while (size > step && wrapped().length * size * leading > box.height) size -= step;
  return wrapped().map((part, index) => {
    const x = look.align === 'right' ? box.x + box.width - ruler(part, size, bold) : box.x;
    return { text: part, x, y: box.y + index * size * leading, size, bold, colour: look.colour ?? ink };
  });
}

/** Breaks between words where it can, and inside of one that is wider than the line. */
function wrap(widthOf: (text: string) => number, text: string, width: number): string[] {
  const parts = [...words.segment(text)].flatMap(({ segment }) =>
    widthOf(segment) <= width ? [segment] : [...letters.segment(segment)].map((letter) => letter.segment),
  );
  const lines: string[] = [];
  let current = '';
  for (const part of parts) {
    if (current !== '' && widthOf(current + part.trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = part.trimStart();
    } else current += part;
  }
  return current.trim() === '' ? lines : [...lines, current.trimEnd()];
}
