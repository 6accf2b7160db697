import { siteDataSchema, type JsonSchema } from './site-schema.ts';
import { describeType, isLocalised, variantsOf, yamlText } from './site-types.ts';

export const siteKeysFile = new URL('../../docs/site-keys.generated.md', import.meta.url);

/** One key of `site.yaml`; `kinds` are those of its map in which it may stand, none when it always may. */
export type SiteKey = { path: string; kinds: string[]; type: string; standard: string; meaning: string };

const head = `# Keys of site.yaml

Made from the schema in domain/ by \`./engawa openapi\`; edit the descriptions there. How a site's folder works:
[site-format.md](site-format.md). \`[]\` stands for each entry of a list; words in brackets behind a key are the kinds of
the map (its \`kind\`) in which the key may stand. An unknown key is refused.`;

/** The reference of all keys as a page, in sections: the site itself, its accounts, each capability. */
export function printSiteKeys(): string {
  const schema = siteDataSchema();
  const { accounts = {}, capabilities = {}, ...rest } = schema.properties ?? {};
  const sections = [
    section('The site', keysOf({ ...schema, properties: rest })),
    section('`accounts`', keysOf(accounts)),
    ...Object.entries(capabilities.properties ?? {}).map(([name, options]) =>
      section(`\`capabilities.${name}\``, keysOf(options)),
    ),
  ];
  return `${[head, ...sections].join('\n\n')}\n`;
}

function section(title: string, keys: readonly SiteKey[]): string {
  const rows = keys.map(({ path, kinds, type, standard, meaning }) => {
    const where = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
    return `| \`${path}\`${where} | ${type} | ${standard} | ${meaning} |`.replaceAll(/(?<!^| )\|(?! |$)/g, '\\|');
  });
  return [`## ${title}`, '', '| key | type | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/** Every key below a map, in the schema's order; a key that several kinds of a map share in all respects stands once. */
export function keysOf(schema: JsonSchema, base = ''): SiteKey[] {
  const keys: SiteKey[] = [];
  for (const { kind, variant } of variantsOf(schema)) {
    for (const [name, property] of Object.entries(variant.properties ?? {})) {
      const path = base === '' ? name : `${base}.${name}`;
      const standard = standardOf(property, variant.required?.includes(name) ?? false);
      const own = {
        path,
        kinds: kind ? [kind] : [],
        type: describeType(property),
        standard,
        meaning: property.description ?? '',
      };
      for (const key of [own, ...keysBelow(property, path)]) addTo(keys, key, kind);
    }
  }
  return keys;
}

function keysBelow(schema: JsonSchema, path: string): SiteKey[] {
  if (isLocalised(schema)) return [];
  if (schema.items) return keysBelow(schema.items, `${path}[]`);
  return keysOf(schema, path);
}

function addTo(keys: SiteKey[], key: SiteKey, kind: string | null): void {
  const same = keys.find(
    (one) =>
      one.path === key.path && one.type === key.type && one.standard === key.standard && one.meaning === key.meaning,
  );
  if (same && kind) same.kinds.push(kind);
  else keys.push(key);
}

function standardOf({ default: standard }: JsonSchema, required: boolean): string {
  if (standard === undefined) return required ? 'must be given' : 'left out';
  const isEmptyMap = typeof standard === 'object' && standard !== null && Object.keys(standard).length === 0;
  return isEmptyMap && !Array.isArray(standard) ? 'as below' : `\`${yamlText(standard)}\``;
}
