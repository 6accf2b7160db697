import type PDFKit from 'pdfkit';
import { groupHex } from '../../../domain/identifiers/hex.ts';
import type { SheetKey } from '../../../domain/registration-keys/batch.ts';
import { findCategory } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import { languages } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Site } from '../../kernel/app.ts';
import type { Batch } from '../batches/store.ts';
import { block, ink, line, soft, type Piece, type Ruler } from './pieces.ts';

type Paper = InstanceType<typeof PDFKit>;

// In points. A slip is 210 × 99 mm, which is what a long envelope takes.
export const slipsPerPage = 3;
export const slipHeight = 280.63;
const slipWidth = 595.28;
const edge = 36;
const left = { x: edge, width: 336 };
const right = { x: 396, width: slipWidth - 396 - edge };
const bodyTop = 66;
const stepsTop = 188;
const stepHeight = 21;
const footTop = 256;
const groupDigits = 4;
const boxesPerRow = 4;
const boxGap = 12;
const rule = '#c4c8cf';

const say = { ja: translatorFor('ja', 'sheets'), en: translatorFor('en', 'sheets') };

function both(key: string, params?: Record<string, string>): { ja: string; en: string } {
  return { ja: say.ja(`activation-key.${key}`, params), en: say.en(`activation-key.${key}`, params) };
}

function label(key: string): string {
  return languages.map((language) => both(key)[language]).join('  ');
}

/** What is the same on every slip of a batch, measured once. */
export function composeSlip(ruler: Ruler, site: Site, batch: Batch): Piece[] {
  return [...head(ruler, site), ...facts(ruler, site, batch), ...steps(ruler, site), ...foot(ruler, site, batch)];
}

function head(ruler: Ruler, site: Site): Piece[] {
  const title = both('title');
  const name = { x: 290, width: slipWidth - 290 - edge };
  return [
    line(ruler, title.ja, { x: left.x + 14, y: 22, width: 230 }, { size: 14, bold: true }),
    line(ruler, title.en, { x: left.x + 14, y: 40, width: 230 }, { size: 8.5, colour: soft }),
    line(ruler, site.name.ja, { ...name, y: 24 }, { size: 10, bold: true, align: 'right' }),
    line(ruler, site.name.en, { ...name, y: 40 }, { size: 7.5, colour: soft, align: 'right' }),
  ];
}

function facts(ruler: Ruler, site: Site, batch: Batch): Piece[] {
  const name = findCategory(registrationKeyOptions(site), batch.category)?.name;
  const category = name ? [...new Set([name.ja, name.en])].join(' / ') : batch.category;
  const entries = [
    { key: 'productNumber', text: batch.productNumber, height: 34, size: 12 },
    { key: 'purpose', text: batch.purpose, height: 52, size: 9.5 },
    { key: 'category', text: category, height: 32, size: 8.5 },
  ];
  let y = bodyTop;
  return entries.flatMap(({ key, text, height, size }) => {
    const box = { ...right, y: y + 10, height: height - 13 };
    const pieces = [
      line(ruler, label(key), { ...right, y }, { size: 7, colour: soft }),
      ...block(ruler, text, box, { size, bold: true }),
    ];
    y += height;
    return pieces;
  });
}

function steps(ruler: Ruler, site: Site): Piece[] {
  const box = { x: left.x + 22, width: slipWidth - 2 * edge - 22 };
  return [1, 2, 3].flatMap((step, index) => {
    const text = both(`step${step}`, { address: site.address });
    const y = stepsTop + index * stepHeight;
    return [
      line(ruler, text.ja, { ...box, y: y - 2 }, { size: 8.5 }),
      line(ruler, text.en, { ...box, y: y + 9 }, { size: 7, colour: soft }),
      { text: String(step), x: left.x + 4.6, y: y + 1.5, size: 8.5, bold: true, colour: '#ffffff' },
    ];
  });
}

function foot(ruler: Ruler, site: Site, batch: Batch): Piece[] {
  const keep = both('keep');
  const small = { size: 6.5, colour: soft };
  const note = { x: 384, y: footTop - 3, width: slipWidth - 384 - edge - 40, height: 18 };
  return [
    line(ruler, keep.ja, { x: left.x, y: footTop - 3, width: 340 }, small),
    line(ruler, `${keep.en}  ${site.contact.mail}`, { x: left.x, y: footTop + 6, width: 340 }, small),
    ...block(ruler, batch.note, note, small),
  ];
}

/** One activation key as a dealer gets it in the hand: what it is, its two numbers, what to do with them. */
export function drawSlip(
  paper: Paper,
  top: number,
  colour: string,
  pieces: readonly Piece[],
  { key, place }: { key: SheetKey; place: string },
): void {
  if (top > 0) cutLine(paper, top);
  paper.rect(left.x, top + 26, 5, 26).fill(colour);
  const ruleX = right.x - 12;
  paper.lineWidth(0.5).strokeColor(rule);
  paper.moveTo(ruleX, top + bodyTop + 2).lineTo(ruleX, top + bodyTop + 114);
  paper.stroke();
  for (const step of [0, 1, 2]) paper.circle(left.x + 7, top + stepsTop + step * stepHeight + 8, 7).fill(colour);
  for (const piece of pieces) write(paper, top, piece);
  const next = numberBoxes(paper, top + bodyTop, label('number'), key.number, colour);
  numberBoxes(paper, next + 9, label('registrationId'), key.registrationId, colour);
  const width = paper.font('regular').fontSize(6.5).widthOfString(place);
  const x = slipWidth - edge - width;
  write(paper, top, { text: place, x, y: footTop - 3, size: 6.5, bold: false, colour: soft });
}

function write(paper: Paper, top: number, { text, x, y, size, bold, colour }: Piece): void {
  paper
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(colour);
  paper.text(text, x, top + y, { lineBreak: false });
}

function cutLine(paper: Paper, y: number): void {
  paper.save().lineWidth(0.5).dash(3, { space: 3 }).strokeColor(rule).moveTo(0, y).lineTo(slipWidth, y).stroke();
  paper.restore();
}

/** A number in the same boxes in which the portal asks for it; gives where they end. */
function numberBoxes(paper: Paper, y: number, name: string, digits: string, colour: string): number {
  const groups = groupHex(digits, groupDigits).split('-');
  const rows = Math.ceil(groups.length / boxesPerRow);
  const { height, size } = rows > 1 ? { height: 19, size: 13 } : { height: 33, size: 20 };
  const width = (left.width - boxGap * (boxesPerRow - 1)) / boxesPerRow;
  write(paper, y, { text: name, x: left.x, y: 0, size: 8, bold: false, colour: soft });
  groups.forEach((group, index) => {
    const x = left.x + (index % boxesPerRow) * (width + boxGap);
    const boxTop = y + 14 + Math.floor(index / boxesPerRow) * (height + 3);
    paper.lineWidth(0.9).strokeColor(colour).roundedRect(x, boxTop, width, height, 4).stroke();
    paper.font('bold').fontSize(size).fillColor(ink);
    const spacing = size / 10;
    const textWidth = paper.widthOfString(group, { characterSpacing: spacing }) - spacing;
    const textTop = boxTop + (height - paper.currentLineHeight(true)) / 2;
    paper.text(group, x + (width - textWidth) / 2, textTop, { lineBreak: false, characterSpacing: spacing });
    if (index === groups.length - 1 || index % boxesPerRow === boxesPerRow - 1) return;
    const middle = boxTop + height / 2;
    paper.lineWidth(1).strokeColor(soft);
    paper.moveTo(x + width + 3.5, middle).lineTo(x + width + boxGap - 3.5, middle);
    paper.stroke();
  });
  return y + 14 + rows * (height + 3);
}
