import type { JsonSchema } from './site-schema.ts';

/** A text in every language of the platform. */
export function isLocalised({ properties }: JsonSchema): boolean {
  return Object.keys(properties ?? {}).join() === 'ja,en';
}

/** The branches of a map that differ by its `kind`; a map without kinds is one branch. */
export function variantsOf(schema: JsonSchema): { kind: string | null; variant: JsonSchema }[] {
  if (schema.oneOf) {
    return schema.oneOf.map((variant) => ({ kind: variant.properties?.kind?.const ?? null, variant }));
  }
  const map = schema.anyOf?.find((one) => one.properties && !isOneNumber(one));
  return [{ kind: null, variant: map ?? schema }];
}

/** The type of a value in a few words, with its bounds. */
export function describeType(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return oneOf(schema.enum.map((value) => `\`${String(value)}\``));
  if (schema.oneOf) return 'a map by `kind`';
  if (schema.anyOf) return oneOf(schema.anyOf.map((one) => describeBranch(one)));
  switch (schema.type) {
    case 'string':
      return schema.pattern ? `text \`${schema.pattern}\`` : `text${bounds(schema.minLength, schema.maxLength)}`;
    case 'integer':
      return `${schema.minimum ?? '…'}–${schema.maximum ?? '…'}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return describeList(schema);
    case 'object':
      return isLocalised(schema) ? `${describeType(schema.properties?.['ja'] ?? {})}, as \`ja\` and \`en\`` : 'a map';
    default:
      return schema.type ?? 'anything';
  }
}

/** A value as it is written in one line of YAML. */
export function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => yamlText(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && value.startsWith('#') ? JSON.stringify(value) : String(value);
  }
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${yamlText(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isOneNumber({ properties }: JsonSchema): boolean {
  const all = Object.values(properties ?? {});
  return all.length === 1 && all[0]?.type === 'integer';
}

function describeBranch(schema: JsonSchema): string {
  if (!isOneNumber(schema)) return schema.type === 'null' ? '`null`' : describeType(schema);
  const [name = '', number = {}] = Object.entries(schema.properties ?? {})[0] ?? [];
  return `\`{ ${name}: ${describeType(number)} }\``;
}

function oneOf(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function describeList({ items = {}, minItems, maxItems }: JsonSchema): string {
  const entries = items.properties || items.oneOf ? ' of maps' : ` of ${describeType(items)}`;
  return `list${bounds(minItems, maxItems)}${entries}`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min === undefined ? '' : ` (at least ${min})`;
  return min === undefined ? ` (at most ${max})` : ` (${min}–${max})`;
}
