import { setImmediate as breathe } from 'node:timers/promises';
import { readFonts } from '../../exports/fonts.ts';
import type { Site } from '../../kernel/app.ts';
import { composeSlip, drawSlip, slipHeight, slipsPerPage } from './slip.ts';
import type { Sheet } from './sheet.ts';

const pagePoints = { width: 595.28, height: 841.89 };
/**
 * The sheets of a batch as PDF: three slips to an A4 page, to be cut apart, one for each activation key. Pages are drawn as
 * fast as they are taken, so that a slow reader does not fill the memory, and others are served between them.
 */
export async function* pdfOf(site: Site, sheet: Sheet): AsyncGenerator<Uint8Array> {
  const [{ default: PDFDocument }, { regular, bold }] = await Promise.all([import('pdfkit'), readFonts()]);
  const document = new PDFDocument({
    size: [pagePoints.width, pagePoints.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'ja',
    info: { Title: `${site.name.ja} – ${sheet.batch.productNumber}`, Creator: site.name.en, Producer: 'Engawa' },
  });
  document.registerFont('regular', regular);
  document.registerFont('bold', bold);
  const colour = site.brand.colour;
  const pieces = composeSlip(
    (text, size, isBold) =>
      document
        .font(isBold ? 'bold' : 'regular')
        .fontSize(size)
        .widthOfString(text),
    site,
    sheet.batch,
  );
  const count = sheet.keys.length;
  for (const [at, key] of sheet.keys.entries()) {
    const place = at % slipsPerPage;
    if (place === 0) document.addPage();
    drawSlip(document, place * slipHeight, colour, pieces, { key, place: `${at + 1} / ${count}` });
    if (place !== slipsPerPage - 1) continue;
    const drawn: unknown = document.read();
    if (drawn instanceof Uint8Array) yield drawn;
    await breathe();
  }
  document.end();
  for await (const chunk of document) yield chunk as Uint8Array;
}
