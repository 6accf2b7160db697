import { createHash } from 'node:crypto';
import { closeSync, fdatasync, fstatSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder } from './sync-folder.ts';

/**
 * What was given to somebody for good: written beside the database, so that a restored backup does not give it to somebody else. `body` holds IDs,
 * numbers and hashes; no key that works and nothing of a person.
 */
export type JournalLine = { kind: string; site: string; at: string; body: Record<string, unknown> };

export type Journal = {
  /**
   * Resolves when the lines are on the disk. Called in the transaction of the change, before it is committed: a line may be of a change that never
   * was, but no change that was answered is without its line.
   */
  write(lines: readonly JournalLine[]): Promise<void>;
};

/** Its place below the data folder. */
export const journalFolder = 'journal';

const sumDigits = 16;
const fileName = /^\d{4}-\d\d-\d\d\.journal$/;

/** A file a day in `folder`, to which any number of processes append. */
export function openJournal(folder: string, now: () => Date): Journal {
  let waiting: { text: string; done: PromiseWithResolvers<void> }[] = [];
  let writing = false;
  // Those who come while the disk is busy go together with the next turn.
  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const turn = waiting;
      waiting = [];
      try {
        await append(folder, `${now().toISOString().slice(0, 10)}.journal`, turn.map(({ text }) => text).join(''));
        for (const { done } of turn) done.resolve();
      } catch (error) {
        for (const { done } of turn) done.reject(error);
      }
    }
    writing = false;
  };
  return {
    write: (lines) => {
      if (lines.length === 0) return Promise.resolve();
      const done = Promise.withResolvers<void>();
      waiting.push({ text: lines.map(lineText).join(''), done });
      if (!writing) void writeAll();
      return done.promise;
    },
  };
}

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, sumDigits);
}

function lineText(line: JournalLine): string {
  const json = JSON.stringify(line);
  return `${sumOf(json)} ${json}\n`;
}

const datasync = promisify(fdatasync);

/** Only what waits for the disk is left to a thread: to hand it the rest takes longer than the rest does, and each binding comes by here. */
async function append(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const file = openIn(folder, path);
  try {
    const { size } = fstatSync(file);
    // Half a line may be the last one here, left by a crash or a full disk: what comes now begins a line of its own.
    writeFileSync(file, `\n${text}`);
    await datasync(file);
    if (size === 0) await syncFolder(folder);
  } finally {
    closeSync(file);
  }
}

function openIn(folder: string, path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(path, 'a', 0o600);
  }
}

/** All lines of these folders in the order of their moments, and how many were torn or altered. A folder that is not there has none. */
export async function readJournal(folders: readonly string[]): Promise<{ lines: JournalLine[]; torn: number }> {
  const lines: JournalLine[] = [];
  let torn = 0;
  for (const folder of folders) {
    const names = (await readdir(folder).catch((): string[] => [])).filter((name) => fileName.test(name));
    for (const name of names.toSorted())
      for (const text of (await readFile(join(folder, name), 'utf8')).split('\n').filter((one) => one !== '')) {
        const json = text.slice(sumDigits + 1);
        if (text.slice(0, sumDigits) === sumOf(json)) lines.push(JSON.parse(json) as JournalLine);
        else torn += 1;
      }
  }
  return { lines: lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), torn };
}
