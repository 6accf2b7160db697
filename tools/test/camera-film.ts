import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const width = 640;
const height = 480;
const picturesPerSecond = 5;
const grey = 128;
const white = 235;
const black = 16;
const quiet = 40;
const barsHigh = 160;

export type Shown = { text: string; format: 'Code128' | 'QRCode' };

/** Flags with which Chromium shows the film instead of a camera, again and again; people are still asked whether they allow it. */
export function cameraFlags(film: string): string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/** Writes a film in which the codes are held before the camera one after the other, each for a second. */
export async function writeFilm(path: string, codes: readonly Shown[]): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = Uint8Array.from(await readFile(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${picturesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  for (const code of codes) {
    const picture = await pictureOf(code);
    for (let at = 0; at < picturesPerSecond; at += 1) parts.push(Buffer.from('FRAME\n'), picture);
  }
  await writeFile(path, Buffer.concat(parts));
}

/** Brightness of each point, then the two planes of colour, which stay grey. */
async function pictureOf({ text, format }: Shown): Promise<Buffer> {
  const { symbol, error } = await writeBarcode(text, { format });
  if (error !== '') throw new Error(error);
  const size = format === 'QRCode' ? 8 : 4;
  const [wide, high] = [symbol.width * size, format === 'QRCode' ? symbol.height * size : barsHigh];
  const [left, top] = [Math.floor((width - wide) / 2), Math.floor((height - high) / 2)];
  if (left < quiet || top < quiet) throw new Error(`${text} does not fit into the picture`);
  const picture = Buffer.alloc((width * height * 3) / 2, grey);
  picture.fill(white, 0, width * height);
  for (let y = 0; y < high; y += 1) {
    const line = Math.floor((y * symbol.height) / high) * symbol.width;
    for (let x = 0; x < wide; x += 1) {
      const isDark = symbol.data[line + Math.floor(x / size)] === 0;
      if (isDark) picture[(top + y) * width + left + x] = black;
    }
  }
  return picture;
}
