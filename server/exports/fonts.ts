import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const font = (weight: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${weight}/NotoSansJP_${weight}.ttf`));

export type Fonts = { regular: Buffer; bold: Buffer };
let fonts: Promise<Fonts> | undefined;

/** The fonts of files that are printed, read once and kept: five megabytes each, of which only the glyphs used go into a file. */
export function readFonts(): Promise<Fonts> {
  fonts ??= Promise.all([readFile(font('400Regular')), readFile(font('700Bold'))]).then(([regular, bold]) => ({
    regular,
    bold,
  }));
  return fonts;
}
