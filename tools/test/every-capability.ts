import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkout } from '../../server/config.ts';

/** A site where people sign up as in the key portal and that offers all that any site of the repository does. */
export const everySite = 'everything';

type Data = { capabilities?: Record<string, unknown> };

async function readSite(id: string): Promise<Data> {
  return parse(await readFile(join(checkout, 'sites', id, 'site.yaml'), 'utf8')) as Data;
}

/** Fills the folder of that site; `more` is laid over its data. */
export async function writeEverySite(folder: string, more: Record<string, unknown> = {}): Promise<void> {
  const base = 'conference';
  await cp(join(checkout, 'sites', base), folder, { recursive: true });
  const ids = await readdir(join(checkout, 'sites'));
  const offered = await Promise.all(ids.filter((id) => id !== base).map(readSite));
  const own = await readSite(base);
  const capabilities = Object.assign({}, ...offered.map((one) => one.capabilities), own.capabilities) as Record<
    string,
    unknown
  >;
  if (capabilities['devices'])
    capabilities['devices'] = allDevices(offered.map((one) => one.capabilities?.['devices']));
  await writeFile(
    join(folder, 'site.yaml'),
    stringify({ ...own, ...more, capabilities }, { aliasDuplicateObjects: false }),
  );
}

type Devices = { types: unknown[]; models: unknown[] };

/** Whatever any site makes, as other capabilities name its models; else as the last one says it. */
function allDevices(some: readonly unknown[]): Devices {
  const all = some.filter((one) => one !== undefined) as Devices[];
  return Object.assign({}, ...all, {
    types: all.flatMap(({ types }) => types),
    models: all.flatMap(({ models }) => models),
  }) as Devices;
}

export const withEverySite = { [everySite]: (folder: string) => writeEverySite(folder) };
