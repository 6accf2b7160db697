import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../server/config.ts';
import { lockedPackages } from '../tools/locked-packages.ts';

export const clientTypesFile = join(checkout, 'web', 'api', 'schema.generated.d.ts');

/** Whether the client's types were made from this very document, which they say at their top. */
export function clientTypesAreCurrent(openApi: string): boolean {
  const hash = createHash('sha256').update(openApi).digest('hex');
  return existsSync(clientTypesFile) && readFileSync(clientTypesFile, 'utf8').includes(hash);
}

/** The generator needs an older TypeScript, so it has packages of its own, fetched when they are needed. */
export function writeClientTypes(openApiFile: string): void {
  const generator = lockedPackages('client', console.log);
  execFileSync(process.execPath, ['generate.ts', openApiFile, clientTypesFile], { cwd: generator, stdio: 'inherit' });
}
