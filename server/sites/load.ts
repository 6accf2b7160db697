import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { capabilitySchemas } from '../../domain/site/capabilities.ts';
import { documentNames, parseDocumentName } from '../../domain/site/documents.ts';
import { formatFault, type SiteFault } from '../../domain/site/fault.ts';
import { parseSite } from '../../domain/site/parse.ts';
import { isSiteId } from '../../domain/site/site.ts';
import type { Site, SiteDocument } from '../kernel/app.ts';

const dataFile = 'site.yaml';
const documentBytesMax = 512 * 1024;

/** Site data that cannot be used; the message names every fault with file, line, what was expected and what stood there. */
export class BrokenSites extends Error {
  readonly faults: readonly SiteFault[];
  constructor(faults: readonly SiteFault[]) {
    super(`the site data cannot be used:\n${faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads every folder of `sitesDir` that is a site. Throws `BrokenSites` with all faults of all sites (P-01). */
export async function loadSites(sitesDir: string, publicUrl: string): Promise<Map<string, Site>> {
  const entries = await readdir(sitesDir, { withFileTypes: true }).catch(() => null);
  if (!entries)
    throw new BrokenSites([faultAt(sitesDir, 'a folder with a folder for each site (ENGAWA_SITES_DIR)', 'none')]);
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  const faults: SiteFault[] = [];
  const sites = new Map<string, Site>();
  if (names.length === 0) faults.push(faultAt(sitesDir, 'at least one folder, a site each', 'none'));
  for (const id of names.sort()) {
    const result = await loadSite(join(sitesDir, id), id, publicUrl);
    if (Array.isArray(result)) faults.push(...result);
    else sites.set(id, result);
  }
  faults.push(...sharedOrigins([...sites.values()], sitesDir));
  if (faults.length > 0) throw new BrokenSites(faults);
  return sites;
}

/** Reads one site's folder: the site, or all its faults. */
export async function loadSite(folder: string, id: string, publicUrl: string): Promise<Site | SiteFault[]> {
  const file = join(folder, dataFile);
  if (!isSiteId(id))
    return [
      faultAt(folder, 'a folder name of 2 to 32 lower-case letters, digits and hyphens that is no reserved word', id),
    ];
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [faultAt(file, 'a file with the data of the site', 'no file')];
  const parsed = parseSite(text, file, capabilitySchemas);
  const { documents, faults } = await readDocuments(folder);
  if (!parsed.ok) return [...parsed.faults, ...faults];
  for (const { name } of parsed.site.documents) {
    for (const language of parsed.site.languages) {
      const there = documents.some((document) => document.name === name && document.language === language);
      if (!there) faults.push(faultAt(join(folder, name), `a file such as ${name}/2026-11-01.${language}.md`, 'none'));
    }
  }
  if (faults.length > 0) return faults;
  return {
    ...parsed.site,
    documentsMet: parsed.site.documents,
    id,
    address: parsed.site.origin ?? `${publicUrl}/${id}`,
    documents,
  };
}

async function readDocuments(folder: string): Promise<{ documents: SiteDocument[]; faults: SiteFault[] }> {
  const documents: SiteDocument[] = [];
  const faults: SiteFault[] = [];
  for (const name of documentNames) {
    const files = await readdir(join(folder, name)).catch((): string[] => []);
    for (const file of files.toSorted()) {
      const path = join(folder, name, file);
      const found = parseDocumentName(relative(folder, path));
      if (!found) {
        faults.push(faultAt(path, 'a file name such as 2026-11-01.ja.md', file));
        continue;
      }
      const markdown = await readFile(path, 'utf8');
      if (markdown.length > documentBytesMax || markdown.trim() === '')
        faults.push(faultAt(path, `1 to ${documentBytesMax} characters of Markdown`, `${markdown.length}`));
      documents.push({ name: found.document, version: found.version, language: found.language, markdown });
    }
  }
  return { documents, faults };
}

function sharedOrigins(sites: readonly Site[], sitesDir: string): SiteFault[] {
  const origins = sites.flatMap((site) => (site.origin ? [site.origin] : []));
  return origins
    .filter((origin, index) => origins.indexOf(origin) < index)
    .map((origin) => faultAt(sitesDir, 'an origin for each site that no other site has', origin));
}

function faultAt(file: string, expected: string, found: string): SiteFault {
  return { file, line: 1, column: 1, path: '', expected, found };
}
