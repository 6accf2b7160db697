import { readFile } from 'node:fs/promises';
import { allRoutes } from './capabilities.ts';
import { openApiDocument } from './kernel/http/openapi.ts';

export const openApiFile = new URL('./openapi.generated.json', import.meta.url);
const packageFile = new URL('../package.json', import.meta.url);

/** The OpenAPI document as it should be committed. */
export async function printOpenApi(): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  return `${JSON.stringify(openApiDocument(allRoutes, version), null, 2)}\n`;
}
