import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url';

// What makers print on units and boxes: bars of any kind, and the two squares that hold longer texts.
const options: ReaderOptions = {
  formats: ['AllLinear', 'QRCode', 'MicroQRCode', 'DataMatrix'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 8,
};

/** Fetches the reader (our own file, never from elsewhere) and makes it ready; a lost line is told by a rejection. */
export async function prepareReader(): Promise<void> {
  await prepareZXingModule({
    overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? reader : prefix + path) },
    fireImmediately: true,
  });
}

/** The texts of all codes in one picture. */
export async function readCodes(picture: ImageData): Promise<string[]> {
  const found = await readBarcodes(picture, options);
  return found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text);
}
