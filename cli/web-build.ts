import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from '../server/config.ts';
import { readTool } from './child.ts';
import { CommandFailure } from './command.ts';

const dist = join(checkout, 'web', 'dist');
const stampFile = join(dist, '.stamp');
const sources = ['web', 'domain', 'package-lock.json', 'tsconfig.json'];

/** Builds the web app unless what lies in web/dist was built from the very files that are here now. */
export async function buildWeb(say: (line: string) => void, force = false): Promise<void> {
  const stamp = hashOfSources();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building the web app …');
  const { code, output } = await readTool('vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  if (code !== 0) throw new CommandFailure(`the web app cannot be built:\n${output}`);
  writeFileSync(stampFile, stamp);
}

/** Contents, not times: a fresh clone or a switched branch has new times on old files. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => filesBelow(join(checkout, source)));
  if (files.length < sources.length) throw new Error(`The sources of the web app are not in ${checkout}`);
  for (const file of files)
    hash
      .update(`${relative(checkout, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (path === dist || /\.test\.tsx?$/.test(path)) return [];
  const entries = readFolder(path);
  return entries ? entries.toSorted().flatMap((name) => filesBelow(join(path, name))) : [path];
}

function readFolder(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
    throw error;
  }
}
