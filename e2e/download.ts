import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { button, type Someone } from './people.ts';

/** Chooses the kind of file in the dialog that is open, by the key of its words, and goes on. */
export async function chooseFile({ page, words }: Someone, kind: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words(kind), exact: true }).check();
  await dialog.getByRole('button', { name: words('exports.submit') }).click();
}

/** What the browser saved, with the name it gave. */
export async function saved(downloading: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** From the button over a list to the file that the browser saved. */
export async function downloadAs(someone: Someone, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading = someone.page.waitForEvent('download');
  await button(someone, someone.words('exports.open')).click();
  await chooseFile(someone, kind);
  return saved(downloading);
}
