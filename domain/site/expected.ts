import { z } from 'zod';

/** What the schema wanted, as the end of "expected …"; `keys` are those that a map at this place may have. */
export function describeExpected(issue: z.core.$ZodIssue, keys: readonly string[]): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return choices(issue) ?? `a map with one of the keys ${keys.join(', ')}`;
    case 'too_small':
      return bound('at least', Number(issue.minimum), issue.origin);
    case 'too_big':
      return bound('at most', Number(issue.maximum), issue.origin);
    default:
      return issue.message;
  }
}

// The choices of a discriminated union are in the issue, though not in its type.
function choices(issue: z.core.$ZodIssue): string | null {
  const options = 'options' in issue ? issue.options : null;
  return Array.isArray(options) && options.length > 0 ? `one of ${options.map(String).join(', ')}` : null;
}

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function bound(words: string, limit: number, origin: string): string {
  if (origin === 'string') return `${words} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `${words} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `${words} ${limit}`;
}

/** The keys that a map at this path may have, in the schema's order; `value` chooses between the branches of a union. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const [head, ...rest] = path;
  const inner = unwrap(schema, value);
  if (inner instanceof z.ZodObject) {
    if (head === undefined) return Object.keys(inner.shape);
    const next: unknown = inner.shape[String(head)];
    return next instanceof z.ZodType ? knownKeys(next, rest, child(value, head)) : [];
  }
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => knownKeys(option, path, value));
  if (inner instanceof z.ZodArray && head !== undefined) return knownKeys(inner.element, rest, child(value, head));
  return [];
}

function child(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}

function unwrap(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.in, value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kind = child(value, schema.def.discriminator);
    const chosen = schema.options.find(
      (option) => option instanceof z.ZodObject && literalOf(option, schema.def.discriminator) === kind,
    );
    return chosen ? unwrap(chosen, value) : schema;
  }
  return schema;
}

function literalOf(option: z.ZodObject, key: string): unknown {
  const field: unknown = option.shape[key];
  return field instanceof z.ZodLiteral ? field.value : undefined;
}
