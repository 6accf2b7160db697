import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkout } from '../server/config.ts';
import { clientTypesAreCurrent, clientTypesFile, writeClientTypes } from './client-types.ts';
import type { GateResult } from '../tools/check/gate.ts';

export type GeneratedFile = { path: string; text: string };

/** What all generated files should hold. They are committed, so that neither a start nor a reader needs to make them. */
export async function generateFiles(): Promise<GeneratedFile[]> {
  const { printOpenApi, openApiFile } = await import('../server/openapi.ts');
  return [
    { path: fileURLToPath(openApiFile), text: await printOpenApi() },
    ...(await generateSiteFiles()),
    ...(await generateMeasuredPages()),
    ...(await generateSchemaFiles()),
  ];
}

/** For those who write a site: a schema for their editor and a page with all keys. */
async function generateSiteFiles(): Promise<GeneratedFile[]> {
  const { printSiteSchema, siteSchemaFile } = await import('../tools/docs/site-schema.ts');
  const { printSiteKeys, siteKeysFile } = await import('../tools/docs/site-keys.ts');
  return [
    { path: fileURLToPath(siteSchemaFile), text: printSiteSchema() },
    { path: fileURLToPath(siteKeysFile), text: printSiteKeys() },
  ];
}

/** What was measured is data of its own, which `./engawa bench --record` writes. */
export async function generateMeasuredPages(): Promise<GeneratedFile[]> {
  const { performanceFile, printPerformance } = await import('../tools/docs/performance.ts');
  const { printScale, scaleFile } = await import('../tools/docs/scale.ts');
  const { readMeasured } = await import('./measured.ts');
  const all = readMeasured();
  return [
    { path: fileURLToPath(performanceFile), text: printPerformance(all) },
    { path: fileURLToPath(scaleFile), text: printScale(all) },
  ];
}

async function generateSchemaFiles(): Promise<GeneratedFile[]> {
  const { startEmbeddedPostgres } = await import('../server/kernel/embedded-postgres.ts');
  const { migrate } = await import('../server/kernel/migrate.ts');
  const { generatedSchemaFiles, generateSchema } = await import('../tools/schema/generate.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'engawa-schema-'));
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    await migrate(database.ownerUrl);
    const { sql, types } = await generateSchema(database.ownerUrl);
    return [
      { path: fileURLToPath(generatedSchemaFiles.sql), text: sql },
      { path: fileURLToPath(generatedSchemaFiles.types), text: types },
    ];
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Writes those that differ and names them. */
export async function writeGeneratedFiles(): Promise<string[]> {
  const files = await generateFiles();
  const stale = (await staleFiles(files)).map(({ path }) => path);
  for (const { path, text } of files) if (stale.includes(path)) await writeFile(path, text);
  const openApi = await openApiOf(files);
  if (!clientTypesAreCurrent(openApi.text)) {
    writeClientTypes(openApi.path);
    stale.push(clientTypesFile);
  }
  return stale.map((path) => relative(checkout, path));
}

async function openApiOf(files: GeneratedFile[]): Promise<GeneratedFile> {
  const { openApiFile } = await import('../server/openapi.ts');
  const found = files.find(({ path }) => path === fileURLToPath(openApiFile));
  if (!found) throw new Error('the OpenAPI document was not generated');
  return found;
}

export async function checkGeneratedFiles(): Promise<GateResult> {
  const files = await generateFiles();
  const stale = (await staleFiles(files)).map(({ path }) => path);
  if (!clientTypesAreCurrent((await openApiOf(files)).text)) stale.push(clientTypesFile);
  const faults = stale.map((path) => `${relative(checkout, path)} is out of date; run ./engawa openapi and commit it`);
  return { saw: { files: files.length + 1 }, faults };
}

async function staleFiles(files: GeneratedFile[]): Promise<GeneratedFile[]> {
  const stale: GeneratedFile[] = [];
  for (const file of files) {
    if (!existsSync(file.path) || (await readFile(file.path, 'utf8')) !== file.text) stale.push(file);
  }
  return stale;
}
