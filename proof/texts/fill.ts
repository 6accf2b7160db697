import type { Json } from '../../tools/test/ask-as-insiders.ts';

/** What a text of such a form looks like, where the schema says so: anything else would be refused before it is looked at. */
const forms: Record<string, string> = {
  date: '2026-11-01',
  'date-time': '2026-11-01T00:00:00Z',
  email: 'somebody@example.jp',
  uri: 'https://receiver.example.jp/',
};
const depthMax = 8;

/** A body that fits a schema as far as it goes, with this text wherever any text may stand. */
export function fill(schema: Json | undefined, text: string, depth = 0): unknown {
  if (!schema || depth > depthMax) return text;
  const fixed = schema['const'] ?? (schema['enum'] as unknown[] | undefined)?.[0];
  if (fixed !== undefined) return fixed;
  const [first] = [schema['anyOf'], schema['oneOf']].flat().filter(Boolean) as Json[];
  if (first) return fill(first, text, depth + 1);
  switch ([schema.type ?? []].flat()[0]) {
    case 'object':
      return fillObject(schema, text, depth);
    case 'array':
      return [fill(schema['items'] as Json | undefined, text, depth + 1)];
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return forms[String(schema['format'])] ?? text;
  }
}

function fillObject(schema: Json, text: string, depth: number): Record<string, unknown> {
  const known = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fill(one, text, depth + 1)]);
  const named = schema['additionalProperties'];
  // A record of somebody's own words: the text is a name in it as well.
  const more = typeof named === 'object' ? [[text, fill(named as Json, text, depth + 1)]] : [];
  return Object.fromEntries([...known, ...more]) as Record<string, unknown>;
}
