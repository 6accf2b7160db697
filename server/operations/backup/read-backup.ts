import { formatName, type End, type Header } from './back-up.ts';
import { fileIn, type FolderFile } from './folder-files.ts';
import { BrokenBackup, readFrames, readJson, type Frame } from './frames.ts';

export type CheckedBackup = { header: Header; end: End; siteFiles: FolderFile[] };

/** Reads a backup from the first byte to the last and gives what is needed before its rows. Throws `BrokenBackup`. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  let header: Header | null = null;
  let end: End | null = null;
  const siteFiles: FolderFile[] = [];
  for await (const frame of readFrames(path)) {
    if (header === null) header = readHeader(frame);
    else if (frame.kind === 'file') siteFiles.push(fileIn(frame));
    else if (frame.kind === 'end') end = readJson<End>(frame);
  }
  if (!header || !end) throw new BrokenBackup('it ends too early');
  return { header, end, siteFiles };
}

function readHeader(frame: Frame): Header {
  const header = frame.kind === 'header' ? readJson<Header>(frame) : null;
  if (header?.format !== formatName) throw new BrokenBackup(`it is not of the format ${formatName}`);
  return header;
}

/** The rows of each table, as the text that COPY wrote, in the order of the backup. */
export async function* readRows(path: string): AsyncGenerator<{ table: string; rows: AsyncGenerator<Buffer> }> {
  const frames = readFrames(path);
  let next = await frames.next();
  async function* rowsOf(): AsyncGenerator<Buffer> {
    for (;;) {
      next = await frames.next();
      if (next.done || next.value.kind !== 'rows') return;
      yield next.value.bytes;
    }
  }
  while (!next.done) {
    if (next.value.kind === 'table') yield { table: readJson<{ name: string }>(next.value).name, rows: rowsOf() };
    else next = await frames.next();
  }
}
