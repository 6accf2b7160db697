import { byteOrderMark, csvHeadings, csvRows } from '../../../domain/exports/csv.ts';
import { groupHex } from '../../../domain/identifiers/hex.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Site } from '../../kernel/app.ts';
import type { Sheet } from './sheet.ts';

const columns = ['number', 'registrationId', 'productNumber', 'purpose', 'category'] as const;
const rowsPerChunk = 200;

/** The table of a batch, with the headings of the import file, piece by piece. */
export function* csvOf(site: Site, language: Language, { batch, keys }: Sheet): Generator<Uint8Array> {
  const say = translatorFor(language, 'headings');
  const headings = columns.map((key) => say(`activation-keys.${key}`));
  const write = csvRows(
    columns.map((key) => ({ key, kind: 'text' })),
    site.timeZone,
  );
  yield Buffer.from(byteOrderMark + csvHeadings(headings));
  for (let at = 0; at < keys.length; at += rowsPerChunk) {
    const rows = keys.slice(at, at + rowsPerChunk).map((key) => {
      const numbers = [formatKey(key.number), groupHex(key.registrationId, 4)];
      return [...numbers, batch.productNumber, batch.purpose, batch.category];
    });
    yield Buffer.from(write(rows));
  }
}
